package org.natter.feedback.outcome.kafka;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.outcome.FollowUpDomainEvent.FollowUpFellDue;

/** The body of {@code feedback.follow-up-due.v1}. */
record FollowUpDueMessage(
        AttendanceId attendance, EventId event, int generation, int monthsAfter, Instant at, Instant validUntil) {

    static final String TYPE = "feedback.follow-up-due.v1";

    static FollowUpDueMessage of(FollowUpFellDue due) {
        return new FollowUpDueMessage(
                due.attendance(), due.event(), due.generation(), due.monthsAfter(), due.at(), due.validUntil());
    }
}
