package org.natter.attendee.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.natter.attendee.person.AttendanceId;

/** Six consonants that stand for one attendance at the door; the same for ever, easy to read out, no words by chance. */
public record DoorCode(String value) {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 6;

    public DoorCode {
        value = value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    public static DoorCode of(AttendanceId attendance) {
        byte[] digest = sha256("door\0" + attendance.value());
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            int twoBytes = (digest[2 * i] & 0xff) << 8 | digest[2 * i + 1] & 0xff;
            letters.append(LETTERS.charAt(twoBytes % LETTERS.length()));
        }
        return new DoorCode(letters.toString());
    }

    /** Whether it could be a code at all: six of the twenty letters. */
    public boolean isWellFormed() {
        return value.length() == LENGTH && value.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
