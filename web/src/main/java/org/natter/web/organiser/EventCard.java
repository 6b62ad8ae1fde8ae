package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.natter.times.SpokenTime;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.EventId;

/** One event as lists and the overview show it: what event-service tells, with its times in words. */
public record EventCard(Overview event, String when, EventCounts numbers) {

    /** @param region by whose clocks its organisers live */
    public static EventCard of(Overview seen, ZoneId region, Instant now) {
        return new EventCard(
                seen,
                SpokenTime.in(seen.zone()).readIn(region).fromTo(seen.startsAtInstant(), seen.endsAtInstant()),
                EventCounts.of(seen, now));
    }

    EventCard withList(Map<EventId, Boolean> complete) {
        return new EventCard(event, when, numbers.withList(complete));
    }

    /** Its day or days, with the year if that is another than now. */
    public String day(Instant now) {
        return SpokenTime.in(event.zone()).days(event.startsAtInstant(), event.endsAtInstant(), now);
    }

    /** Its day or days with the year, for lists that go back more than one. */
    public String dayAndYear() {
        return SpokenTime.in(event.zone()).longDays(event.startsAtInstant(), event.endsAtInstant());
    }

    public boolean draft() {
        return event.status() == EventStatus.DRAFT;
    }

    public boolean calledOff() {
        return event.status() == EventStatus.CANCELLED;
    }

    public boolean published() {
        return event.status() == EventStatus.PUBLISHED;
    }

    /** Whether nobody comes in by a door. */
    public boolean online() {
        return Venue.isOnline(event.venueName());
    }

    public boolean begun(Instant now) {
        return !event.startsAtInstant().isAfter(now);
    }

    /** Whether it has ended, whatever the status says yet. */
    public boolean over(Instant now) {
        return event.status() == EventStatus.CONCLUDED || !event.endsAtInstant().isAfter(now);
    }
}
