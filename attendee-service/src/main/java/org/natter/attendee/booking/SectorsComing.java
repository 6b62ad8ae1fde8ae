package org.natter.attendee.booking;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.person.Sector;

/**
 * From which kinds of library those who are booked come, as far as strangers may know: kinds without numbers, each of
 * {@value #FEWEST} people or more beside {@value #FEWEST} or more of any other. Reckoned of yesterday's bookings, so that
 * nobody can watch one booking change it, and told until it begins.
 */
public final class SectorsComing {

    /** Fewer people on either side would point at somebody. */
    static final int FEWEST = 5;

    private SectorsComing() {}

    /** The kinds, as forms offer them; those who only walked in are not counted. */
    public static List<Sector> of(SeatLedger ledger, Instant now) {
        if (!now.isBefore(ledger.card().startsAt())) {
            return List.of();
        }
        var zone = ledger.card().zone();
        var today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Map<Sector, Long> counts = ledger.seats().stream()
                .filter(seat -> seat.is(SeatStanding.BOOKED)
                        && !seat.walkIn()
                        && seat.since().isBefore(today))
                .map(seat -> seat.choices().sector())
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(Sector.class), Collectors.counting()));
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .filter(kind -> kind.getKey() != Sector.OTHER && kind.getKey() != Sector.NOT_SAID)
                .filter(kind -> kind.getValue() >= FEWEST && all - kind.getValue() >= FEWEST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
