package org.natter.feedback.invitation.kafka;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.InvitationDomainEvent.InvitationFellDue;
import org.natter.feedback.invitation.InvitationKind;

/** The body of {@code feedback.invitation-due.v1}. */
record InvitationDueMessage(
        AttendanceId attendance, EventId event, int generation, InvitationKind kind, Instant at, Instant validUntil) {

    static final String TYPE = "feedback.invitation-due.v1";

    static InvitationDueMessage of(InvitationFellDue due) {
        return new InvitationDueMessage(
                due.attendance(), due.event(), due.generation(), due.kind(), due.at(), due.validUntil());
    }
}
