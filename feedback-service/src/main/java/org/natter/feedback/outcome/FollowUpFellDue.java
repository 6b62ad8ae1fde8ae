package org.natter.feedback.outcome;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * An attendance is to be asked whether anything came of it.
 *
 * <p>Worth acting on until {@code validUntil} only.
 */
public record FollowUpFellDue(
        AttendanceId attendance, EventId event, int generation, int monthsAfter, Instant at, Instant validUntil)
        implements FollowUpDomainEvent {

    @Override
    public FollowUp applyTo(FollowUp before) {
        return before.asked(monthsAfter, validUntil);
    }
}
