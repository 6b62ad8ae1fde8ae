package org.natter.web.services;

/** The secret part of a mailed link, as it came; prints masked, so that it never reaches a log. */
public record LinkToken(String value) {

    private static final int LONGEST = 200;

    public LinkToken {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("no token of a link has this length");
        }
    }

    @Override
    public String toString() {
        return "LinkToken[masked]";
    }
}
