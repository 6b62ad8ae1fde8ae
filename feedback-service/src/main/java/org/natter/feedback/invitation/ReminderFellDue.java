package org.natter.feedback.invitation;

import java.time.Instant;

/**
 * An attendance is to be reminded, for the first and last time.
 *
 * <p>Worth acting on until {@code validUntil} only.
 */
public record ReminderFellDue(AttendanceId attendance, EventId event, int generation, Instant at, Instant validUntil)
        implements InvitationDomainEvent {

    @Override
    public Invitation applyTo(Invitation before) {
        return before.withReminder();
    }
}
