package org.natter.feedback.invitation.mongo;

import java.time.Instant;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;

record InvitationDocument(
        String attendance,
        String event,
        int generation,
        InvitationKind kind,
        Instant askedAt,
        Instant validUntil,
        boolean reminded,
        boolean stopped) {

    static InvitationDocument of(Invitation invitation) {
        return new InvitationDocument(
                invitation.attendance().value(),
                invitation.event().value(),
                invitation.generation(),
                invitation.kind(),
                invitation.askedAt(),
                invitation.validUntil(),
                invitation.reminded(),
                invitation.stopped());
    }

    Invitation toInvitation() {
        return new Invitation(
                new AttendanceId(attendance),
                new EventId(event),
                generation,
                kind,
                askedAt,
                validUntil,
                reminded,
                stopped);
    }
}
