package org.natter.feedback.invitation;

import java.util.Optional;
import org.natter.ids.HexId;

/**
 * Names one person at one event; nothing here can say which person.
 *
 * <p>Always 128 bits as 32 lower-case hexadecimal characters, so safe in a field path.
 */
public record AttendanceId(String value) {
    public AttendanceId {
        HexId.require(value);
    }

    /** The id that this text is; empty if it is none. */
    public static Optional<AttendanceId> in(String text) {
        return HexId.matches(text) ? Optional.of(new AttendanceId(text)) : Optional.empty();
    }
}
