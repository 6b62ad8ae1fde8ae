package org.natter.feedback.invitation.kafka;

import java.time.Instant;
import org.natter.feedback.invitation.InvitationFellDue;
import org.natter.feedback.invitation.InvitationKind;

/** {@code feedback.invitation-due.v1} on the wire. */
record InvitationDue(
        String attendance, String event, int generation, InvitationKind kind, Instant at, Instant validUntil) {

    static InvitationDue of(InvitationFellDue due) {
        return new InvitationDue(
                due.attendance().value(),
                due.event().value(),
                due.generation(),
                due.kind(),
                due.at(),
                due.validUntil());
    }
}
