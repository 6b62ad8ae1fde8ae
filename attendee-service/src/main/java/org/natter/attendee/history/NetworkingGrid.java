package org.natter.attendee.history;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The grid of P11 in {@code measures.md}, section 6, after Wolff and Moser 2009: building, maintaining and using what one
 * has, inside one's own organisation and outside. Counts, each from 0.
 */
public record NetworkingGrid(Map<Cell, Long> counts) {

    public NetworkingGrid {
        counts = Map.copyOf(counts);
    }

    /** What was done: met somebody new; met again or kept in touch; asked, helped, something came of it. */
    public enum Doing {
        BUILDING,
        MAINTAINING,
        USING
    }

    /** One field of the grid. */
    public record Cell(Doing doing, boolean ownOrganisation) {}

    /** @param done one for each thing done */
    public static NetworkingGrid of(Collection<Cell> done) {
        return new NetworkingGrid(
                done.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    public long at(Doing doing, boolean ownOrganisation) {
        return counts.getOrDefault(new Cell(doing, ownOrganisation), 0L);
    }
}
