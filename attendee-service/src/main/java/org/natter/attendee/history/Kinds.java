package org.natter.attendee.history;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.natter.attendee.person.Sector;

/**
 * D0 of P5 in {@code measures.md}, section 6: how many sectors the people spoken to came from, unnamed ones included.
 *
 * @param sectors a count of sectors, 0 if none is known
 */
public record Kinds(int sectors) {

    private static final List<String> WORDS =
            List.of("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");

    public static Kinds of(Collection<Sector> spokenTo) {
        return new Kinds((int) spokenTo.stream()
                .filter(sector -> sector != Sector.NOT_SAID)
                .distinct()
                .count());
    }

    /** From two kinds. */
    public Optional<String> sentence() {
        return sectors < 2 || sectors > WORDS.size() + 1
                ? Optional.empty()
                : Optional.of(WORDS.get(sectors - 2) + " kinds of library.");
    }
}
