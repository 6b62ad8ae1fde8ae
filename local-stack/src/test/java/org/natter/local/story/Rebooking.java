package org.natter.local.story;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi.Booking;
import org.natter.web.services.BookingApi.Cancellation;
import org.natter.web.services.BookingApi.Confirmation;
import org.natter.web.services.BookingStatus;
import org.natter.web.services.Caller;
import org.natter.web.services.DoorApi.Attendee;
import org.natter.web.services.Link;

/**
 * Many who book, cancel and book again at one event of twenty places, all of them at once, each with the next call as soon as
 * the last was answered: how long each call takes, and whether every answer is right.
 */
final class Rebooking {

    static final String ANSWERS = "rebooking, answers";
    static final String CALLS = "rebooking, ";
    static final List<String> EACH = List.of("ask", "read", "confirm", "look", "cancel");

    private static final int PLACES = 20;
    private static final int ROUNDS = 3;
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 11, 13, 9, 30);
    private static final int WRONG_SHOWN = 10;

    private final Bench bench;
    private final Map<String, Timings> timings =
            EACH.stream().collect(Collectors.toMap(call -> call, call -> new Timings()));
    private final Again again = new Again();
    private final Map<AttendanceId, Integer> toldBooked = new ConcurrentHashMap<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    Rebooking(Bench bench) {
        this.bench = bench;
    }

    void measure(int clients) {
        var event = bench.publish("Twenty places", STARTS, PLACES);
        var guests = bench.guests(clients);
        bench.begin();
        int most;
        int versions;
        List<Last> lasts;
        try (var ledger = new PlacesTaken(bench.store(), event)) {
            try (var letterboxes = new Letterboxes(bench.mailbox());
                    var all = new Crowd(clients, clients)) {
                lasts = all.sideBySide(guests, guest -> bookAndCancel(event, guest, letterboxes));
            }
            most = ledger.most();
            versions = ledger.versions();
        }
        var machine = bench.machineMillis() / (clients * (ROUNDS + 1));
        var told = settled(event);
        compare(event, told, lasts);
        expect("the ledger has at most " + PLACES + " places taken", most <= PLACES);
        expect("the topic has at most " + PLACES + " places taken", told.most() <= PLACES);

        EACH.forEach(call -> bench.sheet()
                .say(CALLS + call, clients, timings.get(call).percentiles().figures()));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("wrong", wrong.size());
        figures.put("again", again.times());
        figures.put(
                "toldBooked",
                toldBooked.values().stream().mapToInt(Integer::intValue).sum());
        figures.put("mostAtOnceByLedger", most);
        figures.put("ledgerVersionsSeen", versions);
        figures.put("mostAtOnceByTopic", told.most());
        figures.put("machineEachBooking", machine);
        bench.sheet().say(ANSWERS, clients, figures);
        wrong.stream().limit(WRONG_SHOWN).forEach(what -> System.out.println("  not so: " + what));
    }

    /** How somebody's last booking stood when they looked. */
    private record Last(Link link, Booking booking) {}

    private Last bookAndCancel(PublishedEvent event, Guest guest, Letterboxes letterboxes) {
        var bookings = bench.servicesOnce().bookings();
        var last = book(event, guest, letterboxes);
        for (int round = 0; round < ROUNDS; round++) {
            var cancellation = new Cancellation(last.link().token(), AbsenceReason.NOT_SAID);
            var gone = timed("cancel", () -> bookings.cancel(Caller.everybody(), cancellation));
            expect("who cancels is told so, not " + gone.status(), gone.status() == BookingStatus.CANCELLED);
            last = book(event, guest, letterboxes);
        }
        return last;
    }

    /** Asks, follows the mailed link, presses the button there, and looks at the page once more. */
    private Last book(PublishedEvent event, Guest guest, Letterboxes letterboxes) {
        var bookings = bench.servicesOnce().bookings();
        timed("ask", () -> {
            bench.crowd().bookings().ask(event, guest);
            return guest;
        });
        var link = new Link(MailReader.token(letterboxes.next(guest.email(), "Confirm"), "/b/"));
        var shown = timed("read", () -> bookings.read(Caller.everybody(), link)).orElseThrow();
        var confirmation = new Confirmation(link.token(), shown.wish());
        var told = timed("confirm", () -> bookings.confirm(Caller.everybody(), confirmation));
        var seen = timed("look", () -> bookings.read(Caller.everybody(), link)).orElseThrow();
        if (told.status() == BookingStatus.BOOKED) {
            toldBooked.merge(told.attendance(), 1, Integer::sum);
            expect("who was told of a place has it when they look", seen.status() == BookingStatus.BOOKED);
        } else {
            expect("who was told to wait is not told " + told.status(), told.status() == BookingStatus.WAITING);
            expect(
                    "who waits goes on waiting or is offered a place, not " + seen.status(),
                    seen.status() == BookingStatus.WAITING || seen.status() == BookingStatus.OFFERED);
        }
        return new Last(link, seen);
    }

    /** What the topic tells once it tells of the same places as the organiser's list. */
    private ToldPlaces settled(PublishedEvent event) {
        var messages = new AllMessages(bench.broker());
        var list = bench.region().attendees(event);
        var told = Patience.until(
                "the topic to tell of the places on the list",
                () -> Optional.of(ToldPlaces.of(messages, event))
                        .filter(now -> now.booked().equals(standing(list, BookingStatus.BOOKED))
                                && now.offered().equals(standing(list, BookingStatus.OFFERED))));
        messages.settle();
        return told;
    }

    /** In the end: the answers, the ledger, the organiser's list and overview, and everybody's own page. */
    private void compare(PublishedEvent event, ToldPlaces told, List<Last> lasts) {
        expect(
                "as often as somebody was told of a place, one was booked",
                told.timesBooked().equals(toldBooked));
        var list = bench.region().attendees(event);
        var byId = list.stream().collect(Collectors.toMap(Attendee::attendance, Attendee::status));
        expect("the list has a line for everybody and no other", byId.size() == lasts.size());
        for (var last : lasts) {
            var own = bench.services()
                    .bookings()
                    .read(Caller.everybody(), last.link())
                    .orElseThrow();
            expect("the list says what the own page says", own.status() == byId.get(own.attendance()));
            expect(
                    "who had a place in the end still has it",
                    last.booking().status() != BookingStatus.BOOKED || own.status() == BookingStatus.BOOKED);
        }
        var booked = standing(list, BookingStatus.BOOKED).size();
        var offered = standing(list, BookingStatus.OFFERED).size();
        var waiting = standing(list, BookingStatus.WAITING).size();
        expect("the event is full", booked + offered == Math.min(PLACES, lasts.size()));
        var places = bench.services()
                .bookings()
                .places(Caller.everybody(), event.id())
                .orElseThrow();
        expect(
                "the ledger counts as the list does",
                places.booked() == booked && places.offered() == offered && places.waiting() == waiting);
        var overview = bench.region().overview(event);
        expect(
                "the overview counts as the list does",
                overview.booked() == booked && overview.offered() == offered && overview.waiting() == waiting);
    }

    private static Set<AttendanceId> standing(List<Attendee> list, BookingStatus status) {
        return list.stream()
                .filter(one -> one.status() == status)
                .map(Attendee::attendance)
                .collect(Collectors.toSet());
    }

    private <B> B timed(String call, Supplier<B> request) {
        return Objects.requireNonNull(timings.get(call)).time(() -> again.until(request));
    }

    private void expect(String what, boolean holds) {
        if (!holds) {
            wrong.add(what);
        }
    }
}
