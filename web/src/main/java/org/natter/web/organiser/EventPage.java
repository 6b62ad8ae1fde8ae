package org.natter.web.organiser;

import java.time.Instant;
import java.time.ZoneId;
import org.natter.web.forms.When;
import org.natter.web.services.EventServiceClient.EventView;
import org.natter.web.services.Part;

/** The head of an event's pages: what it is, how it stands and what can be done with it. */
public record EventPage(EventView event, String when, Part<Numbers> numbers, String publicLink, boolean over) {

    static EventPage of(EventView event, Part<Numbers> numbers, String base, Instant now) {
        return new EventPage(
                event,
                When.fromTo(event.startsAt(), event.endsAt()),
                numbers,
                base + "/events/" + event.event(),
                !event.endsAtInstant().isAfter(now));
    }

    public ZoneId zone() {
        return ZoneId.of(event.zone());
    }

    public boolean draft() {
        return event.status().equals("DRAFT");
    }

    public boolean published() {
        return event.status().equals("PUBLISHED");
    }

    public boolean calledOff() {
        return event.status().equals("CANCELLED");
    }

    /** The status as a word's key; a published event that has ended is over for everybody. */
    public String statusMessage() {
        return "event.status." + (published() && over ? "CONCLUDED" : event.status());
    }
}
