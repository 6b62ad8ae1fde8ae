package org.natter.feedback.invitation;

import java.time.Instant;

/**
 * Somebody does not want to be asked about this event again.
 *
 * <p>Holds for the reminder and for the follow-ups.
 */
public record AskingStopped(AttendanceId attendance, Instant at) implements InvitationDomainEvent {

    @Override
    public Invitation applyTo(Invitation before) {
        return before.withoutFurtherAsking();
    }
}
