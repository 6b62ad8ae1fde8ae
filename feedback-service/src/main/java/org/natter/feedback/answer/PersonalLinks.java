package org.natter.feedback.answer;

import java.util.stream.Stream;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.ids.LinkTokens;

/** Tells our own personal links from all other text, in constant time and without asking a store. */
public final class PersonalLinks {

    private final LinkTokens tokens;

    public PersonalLinks(LinkTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The link in this token.
     *
     * @throws UnknownLink if it is not one of ours
     */
    public PersonalLink verified(String token) {
        return Stream.of(LinkPurpose.values())
                .flatMap(purpose -> tokens.verify(purpose.word(), token).stream()
                        .map(link -> new PersonalLink(purpose, new AttendanceId(link.id()), link.generation())))
                .findFirst()
                .orElseThrow(UnknownLink::new);
    }
}
