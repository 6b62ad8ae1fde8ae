package org.natter.event.overview;

import java.util.Objects;
import java.util.regex.Pattern;

/** One person at one event, known here only by this id; 32 lower-case hexadecimal characters, never anything else. */
public record AttendanceId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    public AttendanceId {
        if (!HEX.matcher(Objects.requireNonNull(value)).matches()) {
            throw new IllegalArgumentException("An attendance id has 32 hexadecimal characters");
        }
    }
}
