package org.natter.attendee.cpd;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.cpd.LearningTime.Span;
import org.natter.attendee.person.EventId;
import org.natter.times.SpokenTime;

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

    /** Whether there is more than one day in it: who came on which of them is not known, nor that nobody sits there at night. */
    boolean isOfSeveralDays() {
        return SpokenTime.in(zone).isOfSeveralDays(startsAt, endsAt);
    }

    /** The time there that is counted; empty for a social evening, several days, and whoever was not there. */
    public Optional<Span> counted() {
        return tookPartIn() && kind != EventKind.SOCIAL && !isOfSeveralDays()
                ? Optional.of(LearningTime.attended(new Span(startsAt, endsAt), checkedIn, Optional.empty()))
                : Optional.empty();
    }

    public LocalDate day() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    /** The last day it went on; the first unless there are several. */
    LocalDate lastDay() {
        return isOfSeveralDays() ? LocalDate.ofInstant(endsAt, zone) : day();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
