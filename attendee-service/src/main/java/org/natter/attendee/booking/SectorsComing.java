package org.natter.attendee.booking;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.person.Sector;

/**
 * From which kinds of library those who are booked come, as far as strangers may know: a kind has {@value #FEWEST} people
 * or is not named. Whoever belongs to none of the named, or did not say, is one of the others.
 */
public final class SectorsComing {

    /** A kind of fewer people would point at somebody. */
    static final int FEWEST = 5;

    /** What names no kind of library. */
    private static final Set<Sector> UNNAMED = EnumSet.of(Sector.OTHER, Sector.NOT_SAID);

    private SectorsComing() {}

    /** One kind and how many people. */
    public record SectorCount(Sector sector, int people) {}

    /** The named kinds, most people first. */
    public static List<SectorCount> of(SeatLedger ledger) {
        Map<Sector, Long> counts = ledger.seats().stream()
                .filter(seat -> seat.is(SeatStanding.BOOKED))
                .map(seat -> seat.choices().sector())
                .filter(sector -> !UNNAMED.contains(sector))
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(Sector.class), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(kind -> kind.getValue() >= FEWEST)
                .map(kind -> new SectorCount(kind.getKey(), kind.getValue().intValue()))
                .sorted(Comparator.comparingInt(SectorCount::people).reversed().thenComparing(SectorCount::sector))
                .toList();
    }
}
