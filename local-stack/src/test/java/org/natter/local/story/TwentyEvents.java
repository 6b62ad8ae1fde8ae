package org.natter.local.story;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Twenty events at once: people ask, confirm and come in at all of them in turn, 150 a second over all. */
final class TwentyEvents {

    private static final int EVENTS = 20;
    private static final double PER_SECOND = 150;
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 10, 16, 9, 30);

    private final Bench bench;

    TwentyEvents(Bench bench) {
        this.bench = bench;
    }

    /** @param people at each of them */
    void measure(int people) throws InterruptedException {
        var events = IntStream.range(0, EVENTS)
                .mapToObj(number -> bench.publish(
                        String.format(Locale.ROOT, "Day %02d of twenty", number), STARTS.plusDays(number), people))
                .toList();
        var guests = bench.guests(EVENTS * people);
        var turnout = new Turnout(bench, ", twenty events", people, PER_SECOND);
        List<Turnout.Wish> wishes = IntStream.range(0, guests.size())
                .mapToObj(number -> new Turnout.Wish(events.get(number % EVENTS), guests.get(number)))
                .toList();
        turnout.comeIn(turnout.book(wishes), people);
    }
}
