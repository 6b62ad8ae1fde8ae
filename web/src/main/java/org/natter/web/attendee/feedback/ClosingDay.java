package org.natter.web.attendee.feedback;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.natter.times.SpokenTime;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventId;
import org.natter.web.services.PagePart;
import org.springframework.stereotype.Component;

/** The day until which an answer is taken, on the calendar of the event's place. */
@Component
class ClosingDay {

    private final EventApi events;
    private final Clock clock;

    ClosingDay(EventApi events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Whether what was open until this second of the epoch is so no more. */
    boolean isOver(long second) {
        return clock.instant().getEpochSecond() > second;
    }

    /** Its name and its day, as everybody may read them; nothing while event-service does not say. */
    Optional<String> named(EventId event) {
        return PagePart.of(() -> events.inProgramme(Caller.everybody(), event))
                .found()
                .flatMap(found -> found)
                .map(found -> found.title() + ", "
                        + SpokenTime.in(found.zone()).longDays(found.startsAtInstant(), found.endsAtInstant()));
    }

    /** "29 October", with its year if that is another than now; nothing while event-service does not say where the event is. */
    Optional<String> of(Instant closesAt, EventId event) {
        return PagePart.of(() -> events.inProgramme(Caller.everybody(), event))
                .found()
                .flatMap(found -> found)
                .map(found -> SpokenTime.in(found.zone()).shortDay(closesAt, clock.instant()));
    }
}
