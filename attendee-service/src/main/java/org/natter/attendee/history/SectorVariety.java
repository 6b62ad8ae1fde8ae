package org.natter.attendee.history;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.person.Sector;

/**
 * P5 of {@code measures.md}, section 6: how varied the people spoken to were, over those with a known sector; with p the
 * share of each sector and c its count. After Shannon 1948, Blau 1977, Simpson 1949 and Hill 1973.
 *
 * @param people N, those with a known sector
 * @param sectors D0, how many sectors; 0 if none is known
 * @param entropy H = −Σ p ln p, in nats, from 0 to ln D0; undefined with nobody
 * @param effective D1 = exp H, the effective number of sectors, from 1 to D0; undefined with nobody
 * @param diversity B = 1 − Σ p², the chance that two drawn with replacement differ, from 0 to 1 − 1/D0; undefined with nobody
 * @param inverse 1/Σ p², from 1 to D0; undefined with nobody
 * @param pairs 1 − Σ c(c−1)/(N(N−1)), the share of pairs that differ, from 0 to 1; undefined under two people
 */
public record SectorVariety(
        int people,
        int sectors,
        OptionalDouble entropy,
        OptionalDouble effective,
        OptionalDouble diversity,
        OptionalDouble inverse,
        OptionalDouble pairs) {

    private static final int EFFECTIVE_SHOWN_FROM = 5;

    public static SectorVariety of(Collection<Sector> spokenTo) {
        return ofCounts(spokenTo.stream()
                .filter(sector -> sector != Sector.NOT_SAID)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values());
    }

    /** @param counts people of each sector, each at least one */
    static SectorVariety ofCounts(Collection<Long> counts) {
        var people = counts.stream().mapToLong(Long::longValue).sum();
        var squares = 0.0;
        var entropy = 0.0;
        var alike = 0.0;
        for (var count : counts) {
            var share = (double) count / people;
            squares += share * share;
            entropy -= share * Math.log(share);
            alike += (double) count * (count - 1);
        }
        var known = people > 0;
        return new SectorVariety(
                (int) people,
                counts.size(),
                definedIf(known, entropy),
                definedIf(known, Math.exp(entropy)),
                definedIf(known, 1 - squares),
                definedIf(known, 1 / squares),
                definedIf(people > 1, 1 - alike / (people * (people - 1.0))));
    }

    /** D1 belongs in the record of learning alone, and from five people. */
    public boolean isEffectiveShown() {
        return people >= EFFECTIVE_SHOWN_FROM;
    }

    private static OptionalDouble definedIf(boolean defined, double value) {
        return defined ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
