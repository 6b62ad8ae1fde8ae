package org.natter.attendee.mail.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.natter.attendee.mail.EventChanged;
import org.natter.attendee.mail.EventChanged.Part;
import org.natter.attendee.mail.EventPublished.Venue;
import org.natter.attendee.person.EventId;

/** {@code event.changed.v1} as it is on the wire, also from before it said whether people are to be told. */
record ChangedBody(EventChanged told) {

    /** Bodies from before {@code quietly} was told mean false; every other field has to be there. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ChangedBody of(Map<String, Object> body) {
        var published = (Map<?, ?>) field(body, "published");
        return new ChangedBody(new EventChanged(
                new EventId(text(body, "event")),
                Instant.parse(text(body, "startsAt")),
                Instant.parse(text(body, "endsAt")),
                ZoneId.of(text(body, "zone")),
                (int) field(body, "sequence"),
                new Venue(text(published, "venueName"), text(published, "venueAddress")),
                ((List<?>) field(body, "changed"))
                        .stream().map(part -> Part.valueOf((String) part)).toList(),
                (boolean) Objects.requireNonNullElse(body.get("quietly"), false)));
    }

    private static String text(Map<?, ?> body, String name) {
        return (String) field(body, name);
    }

    private static Object field(Map<?, ?> body, String name) {
        return Objects.requireNonNull(body.get(name), name);
    }
}
