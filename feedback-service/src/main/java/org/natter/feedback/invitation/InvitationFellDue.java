package org.natter.feedback.invitation;

import java.time.Instant;

/**
 * An attendance is to be asked.
 *
 * <p>Worth acting on until {@code validUntil} only.
 */
public record InvitationFellDue(
        AttendanceId attendance, EventId event, int generation, InvitationKind kind, Instant at, Instant validUntil)
        implements InvitationDomainEvent {

    @Override
    public Invitation applyTo(Invitation before) {
        return new Invitation(attendance, event, generation, kind, at, validUntil, before.reminded(), before.stopped());
    }
}
