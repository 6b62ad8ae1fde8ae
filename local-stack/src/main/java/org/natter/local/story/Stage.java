package org.natter.local.story;

import static org.natter.local.story.Answering.CAME_OF_IT;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.natter.local.clock.AdjustableClock;

/**
 * What the chapters share: the clock, the region's people, everybody's tickets, and what is said by chance.
 *
 * <p>Moving the clock moves it for all services at once; whatever falls due on the way is waited for, since otherwise it
 * would reach people later than it should.
 */
final class Stage {

    private final Region region;
    private final Post post;
    private final AdjustableClock clock;
    private final Chance chance = new Chance();
    private final Map<String, Ticket> tickets = new HashMap<>();

    Stage(Region region, Post post, AdjustableClock clock) {
        this.region = region;
        this.post = post;
        this.clock = clock;
    }

    Region region() {
        return region;
    }

    Post post() {
        return post;
    }

    Chance chance() {
        return chance;
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
    List<Ticket> book(Gathering gathering, List<Guest> guests) {
        return keep(region.book(gathering, guests));
    }

    /** Lets them ask and confirm one after another, so that they wait in this order. */
    List<Ticket> queue(Gathering gathering, String... names) {
        return keep(region.booking().queue(gathering, Cast.some(names)));
    }

    /** The ticket of one of those who booked. */
    Ticket ticket(String name, Gathering gathering) {
        return Objects.requireNonNull(
                tickets.get(key(name, gathering)), () -> name + " has no ticket for " + gathering.title());
    }

    /** All tickets but those of the people named. */
    static List<Ticket> without(List<Ticket> all, String... names) {
        List<String> absent = Arrays.asList(names);
        return all.stream()
                .filter(ticket -> !absent.contains(ticket.guest().name()))
                .toList();
    }

    /** Ends the event, moves to the morning after, and waits until so many have been asked how it was. */
    MorningAfter morningAfter(Gathering gathering, int asked) {
        goTo(gathering.endsAt().plusSeconds(60));
        Patience.untilTrue(
                gathering.title() + " to be over",
                () -> region.overview(gathering).get("status").asString().equals("CONCLUDED"));
        Instant night = clock.instant();
        clock.moveToNextMorning();
        region.awaitOverview(gathering, "asked", asked);
        return new MorningAfter(this, gathering, night);
    }

    /** Moves on to a moment after follow-ups fell due, and waits until so many have them in the post; says since when. */
    Instant followUps(Instant then, int expected) {
        Instant before = then.minusSeconds(1);
        goTo(then);
        Patience.untilTrue(
                expected + " mails \"" + CAME_OF_IT + "\"", () -> post.count(CAME_OF_IT, before) >= expected);
        return before;
    }

    private List<Ticket> keep(List<Ticket> booked) {
        booked.forEach(ticket -> tickets.put(key(ticket.guest().name(), ticket.gathering()), ticket));
        return booked;
    }

    private static String key(String name, Gathering gathering) {
        return gathering.event() + " " + name;
    }
}
