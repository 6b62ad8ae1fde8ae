package org.natter.feedback.invitation;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One event's people: who has which place, who was checked in, and who of them left no address to be asked at.
 *
 * <p>Early is not wrong: seats and check-ins stand here before the event itself has been told, whose gathering is then
 * empty. Which messages came first makes no difference.
 */
public record Room(
        EventId event,
        Optional<Gathering> gathering,
        Map<AttendanceId, SeatStanding> seats,
        Set<AttendanceId> came,
        Set<AttendanceId> unreachable) {
    public Room {
        seats = Map.copyOf(seats);
        came = Set.copyOf(came);
        unreachable = Set.copyOf(unreachable);
    }

    /**
     * Who is to be asked, in the order of their ids: those who came and can be reached, or all who were booked if nobody
     * was checked in.
     */
    public SortedSet<AttendanceId> toAsk() {
        var toAsk = sorted(came.isEmpty() ? booked() : came);
        toAsk.removeAll(unreachable);
        return toAsk;
    }

    public InvitationKind kind() {
        return came.isEmpty() ? InvitationKind.DID_YOU_MAKE_IT : InvitationKind.HOW_WAS_IT;
    }

    /** Everybody who ever had, wanted or took a place, in the order of their ids. */
    public SortedSet<AttendanceId> everybody() {
        var everybody = sorted(came);
        everybody.addAll(seats.keySet());
        return everybody;
    }

    private Set<AttendanceId> booked() {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue().isBooked())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static SortedSet<AttendanceId> sorted(Set<AttendanceId> attendances) {
        var sorted = new TreeSet<>(Comparator.comparing(AttendanceId::value));
        sorted.addAll(attendances);
        return sorted;
    }
}
