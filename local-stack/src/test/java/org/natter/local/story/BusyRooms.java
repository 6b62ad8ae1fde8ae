package org.natter.local.story;

import java.io.IOException;
import java.time.LocalDateTime;

/**
 * One busy event after the other, each larger than the last: everybody asks, confirms and comes in. Half of them come as fast
 * as the rest, the other half while somebody watches the overview.
 */
final class BusyRooms {

    /** A little more than the bar of 150: nobody is served faster than they ask. */
    static final double PER_SECOND = 160;

    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 10, 15, 9, 30);

    private final Bench bench;

    BusyRooms(Bench bench) {
        this.bench = bench;
    }

    void measure(int people) throws InterruptedException, IOException {
        var event = bench.publish("A room of " + people, STARTS, people);
        var turnout = new Turnout(bench, "", people, PER_SECOND);
        var bookings = turnout.book(bench.guests(people).stream()
                .map(guest -> new Turnout.Wish(event, guest))
                .toList());
        var half = people / 2;
        turnout.comeIn(bookings.subList(0, half), half);
        new WatchedDoor(bench, event).comeIn(bookings.subList(half, people), half);
        bench.sayMemory();
    }
}
