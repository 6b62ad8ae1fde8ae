package org.natter.web.attendee;

/** The secret part of a mailed link; prints masked, so that it never reaches a log. */
public record Token(String value) {

    private static final int LONGEST = 200;

    public Token {
        if (value.isBlank() || value.length() > LONGEST) {
            throw NothingHere.atThisAddress();
        }
    }

    @Override
    public String toString() {
        return "Token[masked]";
    }
}
