package org.natter.local.story;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pages as a browser gets them, HTML over HTTP with a session, opened by eight at once again and again: those of the organiser
 * in one session, own histories in a session for each of eight attendees.
 *
 * <p>Moves the clock on by two days, so that last night's histories have something in them, and starts Natter again for that.
 */
final class BusyPages {

    static final String PAGE = "page, ";
    static final List<String> EACH = List.of("overview", "event", "bookings", "door", "what's on", "own history");

    private static final int CLIENTS = 8;
    private static final int GUESTS_LAST_NIGHT = 40;
    private static final int GUESTS_TONIGHT = 200;
    private static final int WARM_UP = 40;
    private static final double NANOS = 1e9;

    private static final LocalDateTime LAST_NIGHT = LocalDateTime.of(2026, 10, 8, 13, 0);
    private static final LocalDateTime TONIGHT = LocalDateTime.of(2026, 10, 9, 14, 0);
    private static final Instant MORNING = StorySoFar.at(2026, 10, 9, 10, 5);

    private final Bench bench;

    BusyPages(Bench bench) {
        this.bench = bench;
    }

    /** @param openings of each page */
    void measure(int openings) throws IOException, InterruptedException, TimeoutException {
        var readers = lastNight();
        var event = tonight();
        var now = bench.clock().instant();
        var pages = new OwnPages(bench.ports(), bench.mails());
        var organiser = pages.asOwner(now);
        var attendees = readers.stream()
                .limit(CLIENTS)
                .map(booking -> pages.asAttendee(booking.guest(), now))
                .toList();
        var own = "/organise/events/" + event.id().value();
        var addresses = new LinkedHashMap<String, IntFunction<Browser.Page>>();
        addresses.put("overview", number -> organiser.open("/organise"));
        addresses.put("event", number -> organiser.open("/events/" + event.id().value()));
        addresses.put("bookings", number -> organiser.open(own));
        addresses.put("door", number -> organiser.open(own + "/check-in"));
        addresses.put("what's on", number -> organiser.open("/"));
        addresses.put(
                "own history",
                number -> attendees.get(number % attendees.size()).open("/history"));
        try (var clients = new Crowd(openings, CLIENTS)) {
            addresses.forEach((page, open) -> {
                var title = page.equals("own history") ? readers.get(0).event().title() : event.title();
                open(clients, WARM_UP, open, title);
                bench.begin();
                var begun = System.nanoTime();
                var took = open(clients, openings, open, title).percentiles();
                var figures = took.figures();
                figures.put("served", openings / ((System.nanoTime() - begun) / NANOS));
                figures.put("machineEach", bench.machineMillis() / openings);
                bench.sheet().say(PAGE + page, event.places(), figures);
            });
        }
    }

    private static Timings open(Crowd clients, int times, IntFunction<Browser.Page> open, String title) {
        var timings = new Timings();
        var opened = clients.sideBySide(
                IntStream.range(0, times).boxed().toList(), number -> timings.time(() -> open.apply(number)));
        opened.forEach(page -> OwnPages.require(page, title));
        return timings;
    }

    /** An event that is over, with answers by chance from everybody; returns those who came. */
    private List<GuestBooking> lastNight() throws IOException, InterruptedException, TimeoutException {
        var region = bench.region();
        var event = bench.publish("Last night", LAST_NIGHT, GUESTS_LAST_NIGHT);
        var came = region.book(event, bench.guests(GUESTS_LAST_NIGHT));
        region.awaitBooked(event, came.size());
        region.arrive(came);
        region.awaitHere(event, came.size());
        bench.countBooked(came.size());
        var night = bench.clock().instant();
        bench.restartAt(MORNING);
        region.awaitAsked(event, came.size());
        var forms = new RandomForms();
        var filledIn = came.stream().map(writer -> forms.form(writer, came)).toList();
        region.crowd()
                .sideBySide(
                        IntStream.range(0, came.size()).boxed().toList(),
                        number -> region.answers().answer(came.get(number), filledIn.get(number), night));
        region.awaitAnswered(event, came.size());
        return came;
    }

    /** An event about to begin, where half of those booked have come already. */
    private PublishedEvent tonight() {
        var region = bench.region();
        var event = bench.publish("Tonight", TONIGHT, GUESTS_TONIGHT);
        var booked = region.book(event, bench.guests(GUESTS_TONIGHT));
        region.awaitBooked(event, booked.size());
        region.arrive(booked.subList(0, booked.size() / 2));
        region.awaitHere(event, booked.size() / 2);
        bench.countBooked(booked.size());
        return event;
    }
}
