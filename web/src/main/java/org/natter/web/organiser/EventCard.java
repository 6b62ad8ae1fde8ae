package org.natter.web.organiser;

import java.time.Instant;
import org.natter.times.SpokenTime;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.EventId;

/** One event as lists and the overview show it. */
public record EventCard(
        EventId event,
        String title,
        String when,
        String day,
        String place,
        EventStatus status,
        Instant starts,
        Instant ends,
        EventCounts numbers,
        int asked,
        int answered) {

    public static EventCard of(Overview seen) {
        var numbers = new EventCounts(
                seen.event(), seen.places(), seen.booked(), seen.waiting(), seen.offered(), seen.here());
        return new EventCard(
                seen.event(),
                seen.title(),
                SpokenTime.in(seen.zone()).fromTo(seen.startsAt(), seen.endsAt()),
                SpokenTime.day(seen.startsAt().toLocalDate()),
                seen.venueName(),
                seen.status(),
                seen.startsAtInstant(),
                seen.endsAtInstant(),
                numbers,
                seen.asked(),
                seen.answered());
    }

    public boolean draft() {
        return status == EventStatus.DRAFT;
    }

    public boolean calledOff() {
        return status == EventStatus.CANCELLED;
    }

    public boolean published() {
        return status == EventStatus.PUBLISHED;
    }

    /** Whether it has ended, whatever the status says yet. */
    public boolean over(Instant now) {
        return status == EventStatus.CONCLUDED || !ends.isAfter(now);
    }

    /** A bar's length for came of booked, as an attribute. */
    public String cameShare() {
        return numbers.cameShare();
    }
}
