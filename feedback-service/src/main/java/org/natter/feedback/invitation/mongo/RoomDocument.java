package org.natter.feedback.invitation.mongo;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.SeatStanding;
import org.springframework.data.annotation.Id;

/** A room as it lies in the store, or the asked-for part of it. */
record RoomDocument(
        @Id String event,
        @Nullable GatheringDocument gathering,
        @Nullable Map<String, Seat> seats,
        @Nullable Map<String, CheckIn> checkIns) {

    record Seat(SeatStanding standing) {}

    /** {@code reachable} is absent where an earlier release wrote the row, which took everybody to have an address. */
    record CheckIn(boolean here, @Nullable Boolean reachable) {

        static CheckIn of(Presence presence) {
            return new CheckIn(presence != Presence.NOT_HERE, presence != Presence.HERE_UNREACHABLE);
        }

        boolean isUnreachable() {
            return here && Boolean.FALSE.equals(reachable);
        }
    }

    Room toRoom() {
        return new Room(
                new EventId(event),
                Optional.ofNullable(gathering).map(GatheringDocument::toGathering),
                orEmpty(seats).entrySet().stream()
                        .collect(Collectors.toMap(
                                seat -> new AttendanceId(seat.getKey()),
                                seat -> seat.getValue().standing())),
                checkedIn(CheckIn::here),
                checkedIn(CheckIn::isUnreachable));
    }

    Set<AttendanceId> unlisted() {
        return orEmpty(seats).entrySet().stream()
                .filter(seat -> seat.getValue().standing() == SeatStanding.BOOKED_UNLISTED)
                .map(seat -> new AttendanceId(seat.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody of whom anything was told, a check-in since undone included. */
    Set<AttendanceId> mentioned() {
        var mentioned = new HashSet<>(orEmpty(seats).keySet());
        mentioned.addAll(orEmpty(checkIns).keySet());
        return mentioned.stream().map(AttendanceId::new).collect(Collectors.toUnmodifiableSet());
    }

    private Set<AttendanceId> checkedIn(Predicate<CheckIn> how) {
        return orEmpty(checkIns).entrySet().stream()
                .filter(checkIn -> how.test(checkIn.getValue()))
                .map(checkIn -> new AttendanceId(checkIn.getKey()))
                .collect(Collectors.toSet());
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
