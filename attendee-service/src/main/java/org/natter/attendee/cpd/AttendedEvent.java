package org.natter.attendee.cpd;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.cpd.LearningTime.Span;
import org.natter.attendee.person.EventId;

/**
 * An event of the owner's, as far as learning there goes. Of a kind alone is known what it was; which talks it had is not.
 *
 * @param checkedIn the check-in that counts; empty for none
 */
public record AttendedEvent(
        EventId event,
        EventKind kind,
        String title,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        Optional<Instant> checkedIn,
        boolean calledOff) {

    /** Whether they were there: checked in, and it took place. */
    boolean tookPartIn() {
        return checkedIn.isPresent() && !calledOff;
    }

    /** The time there that is counted; empty for a social evening, and whoever was not there. */
    Optional<Span> counted() {
        return tookPartIn() && kind != EventKind.SOCIAL
                ? Optional.of(LearningTime.attended(new Span(startsAt, endsAt), checkedIn, Optional.empty()))
                : Optional.empty();
    }

    public LocalDate day() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
