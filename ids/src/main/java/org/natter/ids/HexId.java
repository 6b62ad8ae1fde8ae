package org.natter.ids;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every id: 128 bits as 32 lower-case hex letters, safe in a path, a form and a field's name.
 *
 * <p>Guarantee: random ids cannot be guessed; the same cause always derives the same id.
 */
public final class HexId {

    /** The shape as a regular expression, for those who describe an id to others. */
    public static final String PATTERN = "[0-9a-f]{32}";

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private HexId() {}

    /** A new id that nobody has seen. */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The id of a cause: the first half of its SHA-256. */
    public static String derivedFrom(String cause) {
        return Sha256.hex(cause).substring(0, 2 * BYTES);
    }

    /**
     * The id of a new thing that somebody asks for: always the same for the same caller's key, random without a key.
     *
     * @param kind keeps the ids of different kinds of things apart
     */
    public static String forKey(String kind, String caller, @Nullable String key) {
        return key == null || key.isBlank() ? random() : derivedFrom(String.join("\n", kind, caller, key));
    }

    /** Whether the text has the shape of an id; by hand, since a page has thousands. */
    public static boolean matches(String text) {
        if (text.length() != 2 * BYTES) {
            return false;
        }
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if ((letter < '0' || letter > '9') && (letter < 'a' || letter > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The value, if it has the shape. @throws IllegalArgumentException if not; the text never quotes what may be anything */
    public static String require(String value) {
        if (!matches(value)) {
            throw new IllegalArgumentException("an id is 32 lower-case hex letters");
        }
        return value;
    }
}
