package org.natter.feedback.measure;

import org.natter.feedback.invitation.AttendanceId;

/**
 * Two guests, in the order of their ids.
 *
 * <p>The same two make the same pair, whoever is given first.
 */
public record Pair(AttendanceId one, AttendanceId other) {

    public Pair {
        if (one.value().compareTo(other.value()) >= 0) {
            throw new IllegalArgumentException("two people, in the order of their ids");
        }
    }

    /** The pair of these two, who are not the same. */
    public static Pair of(AttendanceId one, AttendanceId other) {
        return one.value().compareTo(other.value()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
