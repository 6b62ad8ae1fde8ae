package org.natter.attendee.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;

/**
 * One event with the people in its room: view and document in one.
 *
 * @param facts absent if we heard of its guests first
 * @param guests by attendance; absent until there is one
 */
public record Room(@Nullable Facts facts, @Nullable Map<AttendanceId, Guest> guests) {

    /** What there is before the first message. */
    static final Room UNKNOWN = new Room(null, null);

    /**
     * When, where and what it was.
     *
     * @param region absent in what an earlier release kept, and for a meeting from elsewhere
     * @param calledOff absent unless it was, and in what an earlier release kept
     */
    public record Facts(
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String venueName,
            @Nullable RegionId region,
            @Nullable Boolean calledOff) {

        public boolean wasCalledOff() {
            return Boolean.TRUE.equals(calledOff);
        }
    }

    /** One attendance: what was said at booking, and whether they came. Either may come first. */
    public record Guest(
            @Nullable SaidAtBooking seat, @Nullable Presence door) {

        boolean isHere() {
            return door != null && door.here();
        }
    }

    /**
     * What somebody said about themselves for this event.
     *
     * @param newcomer whether it was their first time; absent in what an earlier release kept
     */
    public record SaidAtBooking(Sector sector, @Nullable Boolean newcomer) {}

    /** Whether they are checked in, by the newest word from the door. */
    public record Presence(boolean here) {}

    /** Of its guests this one alone. */
    public Room with(AttendanceId guest) {
        return new Room(
                facts,
                guests == null
                        ? null
                        : guest(guest).map(one -> Map.of(guest, one)).orElse(Map.of()));
    }

    public Optional<Facts> told() {
        return Optional.ofNullable(facts);
    }

    /** The people who were there: checked in and not undone. */
    Set<AttendanceId> present() {
        return all().entrySet().stream()
                .filter(guest -> guest.getValue().isHere())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of them who had said that it was their first time. */
    Set<AttendanceId> newcomers() {
        return all().entrySet().stream()
                .filter(guest -> guest.getValue().isHere()
                        && guest.getValue().seat() != null
                        && Boolean.TRUE.equals(guest.getValue().seat().newcomer()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether each of them said whether it was; an earlier release did not keep it. */
    boolean saysWhoIsNew() {
        return all().values().stream()
                .filter(Guest::isHere)
                .allMatch(guest -> guest.seat() != null && guest.seat().newcomer() != null);
    }

    /** Whether it never took place, whoever was checked in before that was said. */
    boolean wasCalledOff() {
        return facts != null && facts.wasCalledOff();
    }

    boolean wasHere(AttendanceId attendance) {
        return guest(attendance).filter(Guest::isHere).isPresent();
    }

    /** The sector as at this event; {@link Sector#NOT_SAID} if we do not know. */
    Sector sectorOf(AttendanceId attendance) {
        return guest(attendance).map(Guest::seat).map(SaidAtBooking::sector).orElse(Sector.NOT_SAID);
    }

    private Optional<Guest> guest(AttendanceId attendance) {
        return Optional.ofNullable(all().get(attendance));
    }

    private Map<AttendanceId, Guest> all() {
        return guests == null ? Map.of() : guests;
    }
}
