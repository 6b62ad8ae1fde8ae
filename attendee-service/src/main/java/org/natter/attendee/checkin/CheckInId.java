package org.natter.attendee.checkin;

import java.util.regex.Pattern;

/** One press at the door, named by the phone that was pressed; 32 lower-case hex characters. */
public record CheckInId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public CheckInId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a check-in's id is 32 lower-case hex characters");
        }
    }

    public static boolean isWellFormed(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
