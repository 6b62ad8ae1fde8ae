package org.natter.event.calendar;

import java.time.Instant;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventStatus;
import org.natter.times.CalendarFile;

/** What the calendar file of one event says: the same for everybody, and nobody who attends. */
public record CalendarEntry(Event event, Instant writtenAt) {

    /** The whole file, to be published. */
    public String asFile() {
        var details = event.details();
        var venue = details.venue().shownToThePublic();
        var file = new CalendarFile(
                event.id().value(),
                event.sequence(),
                writtenAt,
                details.times().startsAtInstant(),
                details.times().endsAtInstant(),
                details.times().zone(),
                details.title(),
                new CalendarFile.Place(venue.name(), venue.address()),
                isOff() ? event.reason() : (details.description() + "\n\n" + venue.findUs()).strip());
        return isOff() ? file.publishedAsCancelled() : file.published();
    }

    private boolean isOff() {
        return event.status() == EventStatus.CANCELLED;
    }
}
