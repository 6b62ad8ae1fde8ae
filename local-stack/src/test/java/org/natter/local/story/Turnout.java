package org.natter.local.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Many people who ask for their places, confirm them by the mailed link and come in, so many a second, at one event or at
 * several in turn. A step is over once its last mail has come, or its last figure stands in the overview: what follows from a
 * request is part of what it costs.
 */
final class Turnout {

    private static final String BOOKED = "You're booked: ";
    private static final Duration FOR_THE_LAST = Duration.ofMinutes(30);

    private final Bench bench;
    private final String words;
    private final int size;
    private final double perSecond;

    /**
     * @param words where they turn out, after the name of the step
     * @param size how many people each event is of
     */
    Turnout(Bench bench, String words, int size, double perSecond) {
        this.bench = bench;
        this.words = words;
        this.size = size;
        this.perSecond = perSecond;
    }

    /** Somebody's wish to come to an event. */
    record Wish(PublishedEvent event, Guest guest) {}

    /** All of them ask and confirm; what they got, in the order given. */
    List<GuestBooking> book(List<Wish> wishes) throws InterruptedException {
        var since = bench.clock().instant();
        var crowd = bench.crowd().bookings();
        bench.begin();
        var asked = OpenModel.run(perSecond, wishes, (wish, number) -> {
            crowd.ask(wish.event(), wish.guest());
            return wish;
        });
        var answered = System.nanoTime();
        var links = wishes.stream()
                .map(wish -> bench.region().bookings().linkMailed(wish.event(), wish.guest(), since))
                .toList();
        bench.say("ask" + words, size, asked.latency(), answered);

        var before = bench.mails().count(BOOKED, since);
        bench.begin();
        var booked = OpenModel.run(
                perSecond, wishes, (wish, number) -> crowd.confirm(wish.event(), wish.guest(), links.get(number)));
        answered = System.nanoTime();
        Patience.until(
                wishes.size() + " mails \"" + BOOKED + "\"",
                FOR_THE_LAST,
                () -> Optional.of(bench.mails().count(BOOKED, since)).filter(told -> told - before >= wishes.size()));
        wishes.stream()
                .map(Wish::event)
                .distinct()
                .forEach(event -> bench.region().awaitBooked(event, event.places()));
        bench.say("confirm" + words, size, booked.latency(), answered);
        bench.countBooked(wishes.size());
        return booked.answers();
    }

    /** All of these come in; over once the overview of each event shows so many of them. */
    void comeIn(List<GuestBooking> bookings, int ofEach) throws InterruptedException {
        bench.begin();
        var here = OpenModel.run(
                perSecond,
                bookings,
                (booking, number) -> bench.crowd().checkIn(bench.crowd().doorOf(booking.event()), booking));
        var answered = System.nanoTime();
        bookings.stream()
                .map(GuestBooking::event)
                .distinct()
                .forEach(event -> bench.region().awaitHere(event, ofEach));
        bench.say("come in" + words, size, here.latency(), answered);
    }
}
