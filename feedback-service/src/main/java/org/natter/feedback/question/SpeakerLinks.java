package org.natter.feedback.question;

import org.natter.feedback.invitation.QuestionId;
import org.natter.ids.LinkTokens;

/**
 * The links that organisers hand to those who gave a talk.
 *
 * <p>Nothing is stored of them: the seal under a link says of which talk it is, and opens nothing else.
 */
public final class SpeakerLinks {

    private static final String PURPOSE = "talk";

    private final LinkTokens tokens;

    public SpeakerLinks(LinkTokens tokens) {
        this.tokens = tokens;
    }

    /** The token of the one link of this talk. */
    public String of(QuestionId talk) {
        return tokens.sign(PURPOSE, 1, talk.value());
    }

    /**
     * Of which talk a token is.
     *
     * @throws UnknownTalk if it is not one of ours
     */
    public QuestionId verified(String token) {
        return tokens.verify(PURPOSE, token)
                .map(link -> new QuestionId(link.id()))
                .orElseThrow(UnknownTalk::new);
    }
}
