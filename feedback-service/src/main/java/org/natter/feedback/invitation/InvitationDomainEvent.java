package org.natter.feedback.invitation;

/**
 * What happens to an invitation.
 *
 * <p>Each record says by {@link #applyTo} what it changes.
 */
public sealed interface InvitationDomainEvent permits InvitationFellDue, ReminderFellDue, AskingStopped {

    AttendanceId attendance();

    Invitation applyTo(Invitation before);
}
