package org.natter.attendee.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Sector;

/**
 * One event with the people in its room: view and document in one.
 *
 * @param id the event
 * @param facts absent if we heard of its guests first
 * @param guests by attendance; absent until there is one
 */
public record Room(
        String id, @Nullable Facts facts, @Nullable Map<String, Guest> guests) {

    /** When, where and what it was. */
    public record Facts(String title, Instant startsAt, Instant endsAt, String zone, String venueName, boolean off) {}

    /** One attendance: what was said at booking, and whether they came. Either may come first. */
    public record Guest(@Nullable Seat seat, @Nullable Door door) {}

    /** What somebody said about themselves for this event. */
    public record Seat(Sector sector, boolean newcomer) {}

    /** Whether they are checked in, by the newest word from the door. */
    public record Door(boolean here, Instant at) {}

    Optional<Facts> told() {
        return Optional.ofNullable(facts);
    }

    /** The people who were there: checked in and not undone. */
    Set<AttendanceId> present() {
        return all().entrySet().stream()
                .filter(guest -> isHere(guest.getValue()))
                .map(guest -> new AttendanceId(guest.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean wasHere(AttendanceId attendance) {
        return Optional.ofNullable(all().get(attendance.value()))
                .map(Room::isHere)
                .orElse(false);
    }

    /** The sector as at this event; {@link Sector#NOT_SAID} if we do not know. */
    Sector sectorOf(AttendanceId attendance) {
        return Optional.ofNullable(all().get(attendance.value()))
                .map(Guest::seat)
                .map(Seat::sector)
                .orElse(Sector.NOT_SAID);
    }

    private Map<String, Guest> all() {
        return guests == null ? Map.of() : guests;
    }

    private static boolean isHere(Guest guest) {
        return guest.door() != null && guest.door().here();
    }
}
