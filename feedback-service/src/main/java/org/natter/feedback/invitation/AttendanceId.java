package org.natter.feedback.invitation;

/**
 * Names one person at one event; nothing here can say which person.
 *
 * <p>Always 128 bits as 32 lower-case hexadecimal characters, so safe in a field path.
 */
public record AttendanceId(String value) {
    public AttendanceId {
        HexId.require(value);
    }
}
