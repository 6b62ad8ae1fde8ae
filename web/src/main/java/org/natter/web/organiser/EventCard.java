package org.natter.web.organiser;

import java.time.Instant;
import org.natter.times.SpokenTime;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Overview;

/** One event as lists and the overview show it: what event-service tells, with its times in words. */
public record EventCard(Overview event, String when, String day, EventCounts numbers) {

    public static EventCard of(Overview seen) {
        return new EventCard(
                seen,
                SpokenTime.readInBritain(seen.zone()).fromTo(seen.startsAtInstant(), seen.endsAtInstant()),
                SpokenTime.day(seen.startsAt().toLocalDate()),
                new EventCounts(
                        seen.event(),
                        seen.places(),
                        seen.booked(),
                        seen.waiting(),
                        seen.offered(),
                        seen.here(),
                        seen.walkIns()));
    }

    /** Its day with the year, for lists that go back more than one. */
    public String dayAndYear() {
        return SpokenTime.longDay(event.startsAt().toLocalDate());
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

    /** Whether it has ended, whatever the status says yet. */
    public boolean over(Instant now) {
        return event.status() == EventStatus.CONCLUDED || !event.endsAtInstant().isAfter(now);
    }
}
