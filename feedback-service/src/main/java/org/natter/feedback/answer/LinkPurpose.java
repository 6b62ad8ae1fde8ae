package org.natter.feedback.answer;

/**
 * What a personal link is for.
 *
 * <p>A link made for one purpose opens nothing else.
 */
public enum LinkPurpose {
    FEEDBACK("feedback"),
    FOLLOW_UP("follow-up");

    private final String word;

    LinkPurpose(String word) {
        this.word = word;
    }

    /** The word under the link's seal. */
    public String word() {
        return word;
    }
}
