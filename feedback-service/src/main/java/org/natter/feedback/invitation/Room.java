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

    /** Who is to be asked how it was, in the order of their ids: those who came and can be reached. */
    public SortedSet<AttendanceId> toAsk() {
        var toAsk = sorted(came());
        toAsk.removeAll(unreachable());
        return toAsk;
    }

    /** Those who came and left no address. */
    Set<AttendanceId> unreachable() {
        return those(checkIns, Presence.HERE_UNREACHABLE::equals);
    }

    /** Who is to be asked whether they made it, in the order of their ids: those who were booked and not checked in. */
    public SortedSet<AttendanceId> missed() {
        var missed = sorted(booked());
        missed.removeAll(came());
        return missed;
    }

    /** How complete the list of those who came is by itself: of those expected at most a fifth is few. */
    public ListStanding list() {
        return ListStanding.of(came().size(), expected());
    }

    /** How many were booked or came all the same. */
    public int expected() {
        return came().size() + missed().size();
    }

    public Set<AttendanceId> came() {
        return those(checkIns, Presence::isHere);
    }

    /** Those who have a place. */
    public Set<AttendanceId> booked() {
        return those(seats, SeatStanding::isBooked);
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
