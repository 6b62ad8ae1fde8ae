package org.natter.attendee.person;

import org.natter.ids.HexId;

/** One person at one event; random, and all that the other services ever see of a person. Always 32 lower-case hex characters (128 bits), so safe as a field name in a document. */
public record AttendanceId(String value) implements Comparable<AttendanceId> {
    public AttendanceId {
        HexId.require(value);
    }

    /** One that nobody has seen. */
    public static AttendanceId random() {
        return new AttendanceId(HexId.random());
    }

    @Override
    public int compareTo(AttendanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
