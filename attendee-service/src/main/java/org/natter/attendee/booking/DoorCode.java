package org.natter.attendee.booking;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.natter.attendee.person.AttendanceId;
import org.natter.ids.Sha256;

/** Six consonants that stand for one attendance at the door; the same for ever, easy to read out, no words by chance. */
public record DoorCode(String value) {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 6;

    public DoorCode {
        value = value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    public static DoorCode of(AttendanceId attendance) {
        var digest = Sha256.digest(("door\0" + attendance.value()).getBytes(StandardCharsets.UTF_8));
        var letters = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            var twoBytes = (digest[2 * i] & 0xff) << 8 | digest[2 * i + 1] & 0xff;
            letters.append(LETTERS.charAt(twoBytes % LETTERS.length()));
        }
        return new DoorCode(letters.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
