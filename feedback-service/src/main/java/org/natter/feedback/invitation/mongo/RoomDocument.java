package org.natter.feedback.invitation.mongo;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
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

    record CheckIn(boolean here) {}

    Room toRoom() {
        return new Room(
                new EventId(event),
                Optional.ofNullable(gathering).map(GatheringDocument::toGathering),
                orEmpty(seats).entrySet().stream()
                        .collect(Collectors.toMap(
                                seat -> new AttendanceId(seat.getKey()),
                                seat -> seat.getValue().standing())),
                orEmpty(checkIns).entrySet().stream()
                        .filter(checkIn -> checkIn.getValue().here())
                        .map(checkIn -> new AttendanceId(checkIn.getKey()))
                        .collect(Collectors.toSet()));
    }

    /** Everybody of whom anything was told, a check-in since undone included. */
    Set<AttendanceId> mentioned() {
        var mentioned = new HashSet<>(orEmpty(seats).keySet());
        mentioned.addAll(orEmpty(checkIns).keySet());
        return mentioned.stream().map(AttendanceId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
