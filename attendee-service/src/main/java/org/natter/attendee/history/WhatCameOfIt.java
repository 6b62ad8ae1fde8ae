package org.natter.attendee.history;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;

/**
 * P9 of {@code measures.md}, section 6: what came of it, by kind, received and given side by side. Counts of outcomes; the
 * kinds follow Wenger, Trayner and de Laat 2011.
 *
 * @param counts by kind, those of which there is at least one
 * @param medianDays days from the first encounter to the outcome, the fifteenth of its month, never below 0; undefined
 *     under three
 */
public record WhatCameOfIt(Map<Kind, Sides> counts, OptionalDouble medianDays) {

    private static final int MEDIAN_FROM = 3;
    private static final double DAYS_IN_A_MONTH = 365.25 / 12;

    /** How many were received, how many given. */
    public record Sides(int received, int given) {

        int both() {
            return received + given;
        }
    }

    /** One thing: what, whose gain, and after how many days; undefined for something overheard. */
    public record Thing(Kind kind, Direction direction, OptionalDouble days) {}

    public WhatCameOfIt {
        counts = Map.copyOf(counts);
    }

    public static WhatCameOfIt of(Collection<Thing> things) {
        var counts = new EnumMap<Kind, Sides>(Kind.class);
        things.forEach(thing -> counts.merge(
                thing.kind(),
                thing.direction() == Direction.RECEIVED ? new Sides(1, 0) : new Sides(0, 1),
                (one, other) -> new Sides(one.received() + other.received(), one.given() + other.given())));
        var days = things.stream()
                .filter(thing -> thing.kind() != Kind.KEPT_IN_TOUCH)
                .flatMap(thing -> thing.days().stream().boxed())
                .map(value -> Math.max(0, value))
                .toList();
        return new WhatCameOfIt(counts, days.size() < MEDIAN_FROM ? OptionalDouble.empty() : Medians.of(days));
    }

    /** All but keeping in touch, which is a stage and no outcome. */
    public int outcomes() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Kind.KEPT_IN_TOUCH)
                .mapToInt(entry -> entry.getValue().both())
                .sum();
    }

    /** The median in whole months, half up; 0 is less than a fortnight. Undefined without it. */
    public OptionalDouble medianMonths() {
        return medianDays.isEmpty()
                ? medianDays
                : OptionalDouble.of(Math.floor(medianDays.getAsDouble() / DAYS_IN_A_MONTH + 0.5));
    }
}
