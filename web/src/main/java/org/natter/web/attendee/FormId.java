package org.natter.web.attendee;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one-off id of one form as it was shown: pressing its button twice is one act. 128 random bits as hexadecimal. */
public record FormId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    /** An id nobody has used before. */
    public static FormId fresh() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new FormId(HexFormat.of().formatHex(bits));
    }

    /** The id a form came back with, or a fresh one if somebody has meddled with it. */
    public static FormId of(String typed) {
        return HEX.matcher(typed).matches() ? new FormId(typed) : fresh();
    }

    @Override
    public String toString() {
        return value;
    }
}
