package org.natter.attendee.person;

/** What a personal link is for. A token of one purpose is worth nothing for another. */
public enum LinkPurpose {
    FEEDBACK("feedback", "/f/"),
    FOLLOW_UP("follow-up", "/w/"),
    BOOKING("booking", "/b/"),
    SIGN_IN("sign-in", "/in/");

    private final String word;
    private final String path;

    LinkPurpose(String word, String path) {
        this.word = word;
        this.path = path;
    }

    /** The word that goes into the verifier. */
    public String word() {
        return word;
    }

    /** The path on the base address in front of the token. */
    public String path() {
        return path;
    }
}
