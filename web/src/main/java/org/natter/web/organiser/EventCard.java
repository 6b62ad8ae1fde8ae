package org.natter.web.organiser;

import java.time.Instant;
import org.natter.web.forms.When;
import org.natter.web.services.EventServiceClient.OverviewView;

/** One event as lists and the overview show it. */
public record EventCard(
        String event,
        String title,
        String when,
        String day,
        String place,
        String status,
        Instant starts,
        Instant ends,
        Numbers numbers,
        int asked,
        int answered) {

    public static EventCard of(OverviewView seen) {
        var numbers =
                new Numbers(seen.event(), seen.places(), seen.booked(), seen.waiting(), seen.offered(), seen.here());
        var place = seen.venueName();
        return new EventCard(
                seen.event(),
                seen.title(),
                When.fromTo(seen.startsAt(), seen.endsAt()),
                When.day(seen.startsAt()),
                place == null ? "" : place,
                seen.status(),
                seen.startsAtInstant(),
                seen.endsAtInstant(),
                numbers,
                seen.asked(),
                seen.answered());
    }

    public boolean draft() {
        return status.equals("DRAFT");
    }

    public boolean calledOff() {
        return status.equals("CANCELLED");
    }

    public boolean published() {
        return status.equals("PUBLISHED");
    }

    /** Whether it has ended, whatever the status says yet. */
    public boolean over(Instant now) {
        return status.equals("CONCLUDED") || !ends.isAfter(now);
    }

    /** A bar's length for came of booked, as an attribute. */
    public String cameShare() {
        return numbers.cameShare();
    }
}
