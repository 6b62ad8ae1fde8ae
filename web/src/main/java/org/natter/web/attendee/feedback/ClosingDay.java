package org.natter.web.attendee.feedback;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.EventId;
import org.natter.web.attendee.InWords;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Programme;
import org.natter.web.attendee.Programme.PublicEvent;
import org.springframework.stereotype.Component;

/** The day until which an answer is taken, on the calendar of the event's place. */
@Component
class ClosingDay {

    private static final ZoneId HOME = ZoneId.of("Europe/London");

    private final Programme programme;

    ClosingDay(Programme programme) {
        this.programme = programme;
    }

    /** "29 October"; nothing if it is not known. Without event-service the place is taken to be in Britain. */
    Optional<String> of(@Nullable Instant closesAt, EventId event) {
        return Optional.ofNullable(closesAt)
                .map(at -> InWords.shortDay(at.atZone(zoneOf(event)).toLocalDate()));
    }

    private ZoneId zoneOf(EventId event) {
        try {
            return programme.find(event).map(PublicEvent::zone).orElse(HOME);
        } catch (OutOfReach asleep) {
            return HOME;
        }
    }
}
