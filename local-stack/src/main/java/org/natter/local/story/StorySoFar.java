package org.natter.local.story;

import static org.natter.local.story.Answers.CAME_OF_IT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.natter.local.clock.AdjustableClock;

/**
 * What the chapters share: the clock, the region's people, everybody's bookings, and what is said by chance.
 *
 * <p>Moving the clock moves it for all services at once; whatever falls due on the way is waited for, since otherwise it
 * would reach people later than it should.
 */
final class StorySoFar {

    private static final Duration EARLY = Duration.ofMinutes(10);
    private static final Duration APART = Duration.ofMinutes(3);
    private static final int GROUPS = 10;
    private static final int SETTLED_AFTER = 21;
    private static final LocalTime SETTLED_AT = LocalTime.of(10, 0);

    private final RegionPeople region;
    private final MailReader mails;
    private final AdjustableClock clock;
    private final RandomForms forms = new RandomForms();
    private final Map<String, GuestBooking> bookings = new HashMap<>();

    StorySoFar(RegionPeople region, MailReader mails, AdjustableClock clock) {
        this.region = region;
        this.mails = mails;
        this.clock = clock;
    }

    RegionPeople region() {
        return region;
    }

    MailReader mails() {
        return mails;
    }

    RandomForms forms() {
        return forms;
    }

    /** A moment on the region's own clocks. */
    static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute)
                .atZone(Story.ZONE)
                .toInstant();
    }

    void goTo(Instant then) {
        clock.moveTo(then);
    }

    /** Books and confirms for all of them, side by side. */
    List<GuestBooking> book(PublishedEvent event, List<Guest> guests) {
        return keep(region.book(event, guests));
    }

    /** Lets them ask and confirm one after another, so that they wait in this order. */
    List<GuestBooking> queue(PublishedEvent event, String... names) {
        return keep(region.bookings().queue(event, Cast.some(names)));
    }

    /** They arrive a few at a time, from a little before the start on, over half an hour. */
    void arrive(PublishedEvent event, List<GuestBooking> guests) {
        var first = event.startsAt().minus(EARLY);
        var group = Math.max(1, (guests.size() + GROUPS - 1) / GROUPS);
        for (var from = 0; from < guests.size(); from += group) {
            goTo(first.plus(APART.multipliedBy(from / group)));
            region.arrive(guests.subList(from, Math.min(from + group, guests.size())));
        }
    }

    /** The booking of one of those who booked. */
    GuestBooking booking(String name, PublishedEvent event) {
        return Objects.requireNonNull(
                bookings.get(key(name, event)), () -> name + " has no booking of " + event.title());
    }

    /** All bookings but those of the people named. */
    static List<GuestBooking> without(List<GuestBooking> all, String... names) {
        var absent = Arrays.asList(names);
        return all.stream()
                .filter(booking -> !absent.contains(booking.guest().name()))
                .toList();
    }

    /** Ends the event, moves to the morning after, and waits until so many have been asked how it was. */
    MorningAfter morningAfter(PublishedEvent event, int asked) {
        goTo(event.endsAt().plusSeconds(60));
        region.awaitConcluded(event);
        var night = clock.instant();
        clock.moveToNextMorning();
        region.awaitAsked(event, asked);
        return new MorningAfter(this, event, night);
    }

    /** Moves on to the morning on which what was said of the event is settled, and waits until it is. */
    void settle(PublishedEvent event) {
        goTo(event.ends()
                .toLocalDate()
                .plusDays(SETTLED_AFTER)
                .atTime(SETTLED_AT)
                .atZone(Story.ZONE)
                .toInstant());
        region.awaitSettled(event);
    }

    /** Moves on to a moment after follow-ups fell due, and waits until so many have them in the post; says since when. */
    Instant followUps(Instant then, int expected) {
        var before = then.minusSeconds(1);
        goTo(then);
        Patience.untilTrue(
                expected + " mails \"" + CAME_OF_IT + "\"", () -> mails.count(CAME_OF_IT, before) >= expected);
        return before;
    }

    private List<GuestBooking> keep(List<GuestBooking> booked) {
        booked.forEach(booking -> bookings.put(key(booking.guest().name(), booking.event()), booking));
        return booked;
    }

    private static String key(String name, PublishedEvent event) {
        return event.id() + " " + name;
    }
}
