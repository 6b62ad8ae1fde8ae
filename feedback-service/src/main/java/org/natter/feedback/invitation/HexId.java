package org.natter.feedback.invitation;

/**
 * The form of every id of Natter: 128 bits as 32 lower-case hexadecimal characters.
 *
 * <p>Never repeats the text it refuses.
 */
public final class HexId {
    private HexId() {}

    public static boolean matches(String text) {
        return text.length() == 32 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** @throws IllegalArgumentException if the text has another form */
    public static void require(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("not an id of 32 hexadecimal characters");
        }
    }
}
