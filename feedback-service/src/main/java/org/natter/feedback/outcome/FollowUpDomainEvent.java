package org.natter.feedback.outcome;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/** What happens to a follow-up. Each fact says itself what it changes. */
public sealed interface FollowUpDomainEvent {

    AttendanceId attendance();

    FollowUp applyTo(FollowUp before);

    /** An attendance is to be asked whether anything came of it; worth acting on until {@code validUntil} only. */
    record FollowUpFellDue(
            AttendanceId attendance, EventId event, int generation, int monthsAfter, Instant at, Instant validUntil)
            implements FollowUpDomainEvent {
        @Override
        public FollowUp applyTo(FollowUp before) {
            return before.asked(monthsAfter, validUntil);
        }
    }

    /** The newest follow-up was answered, be it by "not yet". */
    record FollowUpReplied(AttendanceId attendance, int monthsAfter, Instant at) implements FollowUpDomainEvent {
        @Override
        public FollowUp applyTo(FollowUp before) {
            return before.replied(monthsAfter);
        }
    }
}
