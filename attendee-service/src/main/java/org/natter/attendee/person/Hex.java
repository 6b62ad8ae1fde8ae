package org.natter.attendee.person;

import java.util.regex.Pattern;

/** The shape of every id. */
final class Hex {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    private Hex() {}

    /** @throws IllegalArgumentException without quoting the value, which may be anything a caller sent */
    static void require(String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an id is 32 lower-case hex characters");
        }
    }
}
