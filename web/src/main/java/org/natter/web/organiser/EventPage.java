package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.times.SpokenTime;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.PagePart;

/**
 * The head of an event's pages: what it is, how it stands and what can be done with it.
 *
 * @param begun whether it has started, so that nobody can book any more
 * @param later whether it goes on on a later day than its first
 */
public record EventPage(
        Event event,
        String when,
        PagePart<EventCounts> numbers,
        String publicLink,
        boolean begun,
        boolean later,
        boolean over) {

    /** @param region by whose clocks its organisers live */
    static EventPage of(Event event, ZoneId region, PagePart<EventCounts> numbers, String base, Instant now) {
        return new EventPage(
                event,
                SpokenTime.in(event.zone()).readIn(region).fromTo(event.startsAtInstant(), event.endsAtInstant()),
                numbers,
                base + "/events/" + event.event(),
                !event.startsAtInstant().isAfter(now),
                ArrivalWords.of(event, now).onALaterDay(),
                !event.endsAtInstant().isAfter(now));
    }

    /** What the words for lists of its people begin with, by when they are read. */
    public String then(boolean few) {
        return over ? (few ? "FEW_" : "AFTER_") : later ? "LATER_" : "";
    }

    public ZoneId zone() {
        return event.zone();
    }

    public boolean draft() {
        return event.isDraft();
    }

    public boolean published() {
        return event.status() == EventStatus.PUBLISHED;
    }

    public boolean calledOff() {
        return event.isCalledOff();
    }

    /** Whether nobody comes in by a door. */
    public boolean online() {
        return event.venue().takesPlaceOnline();
    }

    /** Whether an email about the event would reach nobody; false while that is not known. */
    public boolean reachesNobody() {
        return numbers.found()
                .filter(known -> known.reached() + known.walkIns() == 0)
                .isPresent();
    }

    /** The status as a word's key; a published event that has begun is on, and one that has ended is over for everybody. */
    public String statusMessage() {
        if (!published() || !begun) {
            return "event.status." + event.status();
        }
        return over ? "event.status." + EventStatus.CONCLUDED : "event.status.ON";
    }
}
