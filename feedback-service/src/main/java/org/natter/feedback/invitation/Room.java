package org.natter.feedback.invitation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One event's people: who has which place, and what the door has said of whom.
 *
 * <p>Early is not wrong: seats and check-ins stand here before the event itself has been told, whose gathering is then
 * empty. Which messages came first makes no difference.
 */
public record Room(
        EventId event,
        Optional<Gathering> gathering,
        Map<AttendanceId, SeatStanding> seats,
        Map<AttendanceId, Presence> checkIns) {

    public Room {
        seats = Map.copyOf(seats);
        checkIns = Map.copyOf(checkIns);
    }

    /**
     * Who is to be asked, in the order of their ids: those who came and can be reached, or all who were booked if nobody
     * was checked in.
     */
    public SortedSet<AttendanceId> toAsk() {
        var toAsk = sorted(came().isEmpty() ? those(seats, SeatStanding::isBooked) : came());
        toAsk.removeAll(those(checkIns, Presence.HERE_UNREACHABLE::equals));
        return toAsk;
    }

    public InvitationKind kind() {
        return came().isEmpty() ? InvitationKind.DID_YOU_MAKE_IT : InvitationKind.HOW_WAS_IT;
    }

    public Set<AttendanceId> came() {
        return those(checkIns, presence -> presence != Presence.NOT_HERE);
    }

    /** Those of whom it was told that they are not on the who-was-there list. */
    public Set<AttendanceId> unlisted() {
        return those(seats, SeatStanding.BOOKED_UNLISTED::equals);
    }

    /** Everybody who ever had, wanted or took a place, in the order of their ids. */
    public SortedSet<AttendanceId> everybody() {
        var everybody = sorted(came());
        everybody.addAll(seats.keySet());
        return everybody;
    }

    /** Everybody of whom anything was told, a check-in since undone included. */
    public Set<AttendanceId> mentioned() {
        var mentioned = new HashSet<>(seats.keySet());
        mentioned.addAll(checkIns.keySet());
        return mentioned;
    }

    private static <V> Set<AttendanceId> those(Map<AttendanceId, V> all, Predicate<V> which) {
        return all.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SortedSet<AttendanceId> sorted(Set<AttendanceId> attendances) {
        var sorted = new TreeSet<>(Comparator.comparing(AttendanceId::value));
        sorted.addAll(attendances);
        return sorted;
    }
}
