package org.natter.event.programme;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The order in which people read a programme: what is still to come first, the soonest on top, then the latest past. */
public final class Programme {

    static final Comparator<Event> BY_START = Comparator.comparing(
                    (Event event) -> event.details().times().startsAtInstant())
            .thenComparing(event -> event.id().value());

    private Programme() {}

    /** The same events: those not over by {@code now} by rising start, then those that are by falling start. */
    public static List<Event> comingFirst(List<Event> events, Instant now) {
        return Stream.concat(
                        events.stream().filter(event -> !event.isOver(now)).sorted(BY_START),
                        events.stream().filter(event -> event.isOver(now)).sorted(BY_START.reversed()))
                .toList();
    }
}
