package org.natter.attendee.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.natter.attendee.mail.EventPublished.Venue;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.EventId;

/**
 * {@code event.changed.v1}
 *
 * @param quietly whether nobody is to be told by mail
 */
public record EventChanged(
        EventId event,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        int sequence,
        Venue published,
        List<Part> changed,
        boolean quietly) {

    public EventChanged {
        changed = List.copyOf(changed);
    }

    /** A part of what is published. */
    public enum Part {
        TITLE,
        WHEN,
        WHERE,
        PLACES,
        DETAILS
    }

    /** The same, for everybody to be told. */
    EventChanged aloud() {
        return new EventChanged(event, startsAt, endsAt, zone, sequence, published, changed, false);
    }

    WhenAndWhere whenAndWhere() {
        return new WhenAndWhere(startsAt, endsAt, zone, published.venueName(), published.venueAddress());
    }

    /** What changed for a guest, by the message's own word. */
    Set<Change> changes() {
        var changes = EnumSet.noneOf(Change.class);
        if (changed.contains(Part.WHEN)) {
            changes.add(Change.START_TIME);
        }
        if (changed.contains(Part.WHERE)) {
            changes.add(Change.PLACE);
        }
        return changes;
    }
}
