package org.natter.feedback.outcome;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;

/**
 * The newest follow-up was answered, be it by "not yet".
 *
 * <p>Nobody is told.
 */
public record FollowUpReplied(AttendanceId attendance, int monthsAfter, Instant at) implements FollowUpDomainEvent {

    @Override
    public FollowUp applyTo(FollowUp before) {
        return before.replied(monthsAfter);
    }
}
