package org.natter.feedback.invitation.kafka;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.InvitationDomainEvent.ReminderFellDue;

/** The body of {@code feedback.reminder-due.v1}. */
record ReminderDueMessage(AttendanceId attendance, EventId event, int generation, Instant at, Instant validUntil) {

    static final String TYPE = "feedback.reminder-due.v1";

    static ReminderDueMessage of(ReminderFellDue due) {
        return new ReminderDueMessage(due.attendance(), due.event(), due.generation(), due.at(), due.validUntil());
    }
}
