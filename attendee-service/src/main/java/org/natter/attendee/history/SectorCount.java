package org.natter.attendee.history;

import java.util.Collection;
import org.natter.attendee.person.Sector;

/**
 * D0 of P5 in {@code measures.md}, section 6: how many sectors the people spoken to came from, unnamed ones included.
 *
 * @param sectors a count of sectors, 0 if none is known
 */
public record SectorCount(int sectors) {

    public static SectorCount of(Collection<Sector> spokenTo) {
        var sectors = spokenTo.stream()
                .filter(sector -> sector != Sector.NOT_SAID)
                .distinct()
                .count();
        return new SectorCount((int) sectors);
    }

    /** From two kinds. */
    public boolean isShown() {
        return sectors > 1;
    }
}
