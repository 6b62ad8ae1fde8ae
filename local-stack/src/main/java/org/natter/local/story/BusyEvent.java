package org.natter.local.story;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.Sector;

/**
 * Measures an event where everybody does the same thing at once: asks for a place, confirms it, comes in at the door.
 *
 * <p>Sixteen callers over the REST API, each with its next request as soon as the last was answered (a closed model: while the
 * services are slow they are asked less, so the latencies are those of sixteen callers and of no more).
 */
final class BusyEvent {

    static final int CALLERS = 16;

    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 10, 15, 9, 30);
    private static final Venue HALL = RegionPeople.venue("The Corn Hall", "Market Hill, Fenbridge", "");

    private final RegionPeople region;
    private final Clock clock;

    BusyEvent(RegionPeople region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    /**
     * One thing that everybody did.
     *
     * @param people how many did it
     * @param perSecond how many were answered a second
     * @param median the median latency in milliseconds
     * @param worst its 99th percentile in milliseconds
     */
    record Rate(String what, int people, double perSecond, double median, double worst) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %5d people, %d callers %7.1f/s, %.0f ms median, %.0f ms 99th percentile",
                    what,
                    people,
                    CALLERS,
                    perSecond,
                    median,
                    worst);
        }
    }

    /** Fills an event of its own and checks everybody in; a line a step. */
    void measure(int people, Consumer<String> out) {
        var title = "A room of " + people;
        var event = region.publish(EventKind.CONFERENCE, title, "", STARTS, STARTS.plusHours(7), people, HALL);
        var guests = IntStream.range(0, people)
                .mapToObj(number -> guest(people, number))
                .toList();
        try (var callers = new Crowd(people, CALLERS)) {
            var before = clock.instant();
            timed(callers, "ask", guests, out, (guest, nothing) -> {
                region.bookings().ask(event, guest);
                return guest;
            });
            var links = guests.stream()
                    .map(guest -> region.bookings().linkMailed(event, guest, before))
                    .toList();
            var booked = timed(
                    callers,
                    "confirm",
                    guests,
                    out,
                    (guest, number) -> region.bookings().confirm(event, guest, links.get(number)));
            var door = region.doorOf(event);
            timed(callers, "check in", booked, out, (guest, nothing) -> region.checkIn(door, guest));
            var last = System.nanoTime();
            region.awaitHere(event, people);
            out.accept(String.format(
                    Locale.ROOT,
                    "overview   %5d people, complete %.1f s after the last check-in",
                    people,
                    Duration.ofNanos(System.nanoTime() - last).toMillis() / 1000.0));
        }
    }

    private static <A, B> List<B> timed(
            Crowd callers, String what, List<A> all, Consumer<String> out, BiFunction<A, Integer, B> step) {
        var nanos = new long[all.size()];
        var begun = System.nanoTime();
        var done = callers.sideBySide(IntStream.range(0, all.size()).boxed().toList(), number -> {
            var asked = System.nanoTime();
            var answer = step.apply(all.get(number), number);
            nanos[number] = System.nanoTime() - asked;
            return answer;
        });
        var seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(nanos);
        var rate = new Rate(
                what,
                all.size(),
                all.size() / seconds,
                nanos[all.size() / 2] / 1e6,
                nanos[Math.max(0, all.size() * 99 / 100 - 1)] / 1e6);
        out.accept(rate.toString());
        return done;
    }

    /** A name of letters only, another one for each number and room. */
    static Guest guest(int room, int number) {
        return new Guest(
                "Guest " + letters(room) + " " + letters(number),
                Sector.PUBLIC,
                "Sedge and Fenbridge Memorial Library and Reading Room",
                true);
    }

    private static String letters(int number) {
        var letters = new StringBuilder();
        for (int rest = number; letters.length() < 3; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
