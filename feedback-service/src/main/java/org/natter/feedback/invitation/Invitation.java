package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.List;

/**
 * The request for feedback for one attendance: asked once, reminded once at most.
 *
 * <p>Verbs are pure and return what follows, nothing if there is nothing left to do; so they may run again.
 */
public record Invitation(
        AttendanceId attendance,
        EventId event,
        int generation,
        InvitationKind kind,
        Instant askedAt,
        Instant validUntil,
        boolean reminded,
        boolean stopped) {

    /** The first invitation of this attendance, with the first generation of its link. */
    public static Invitation first(
            AttendanceId attendance, EventId event, InvitationKind kind, Instant askedAt, Instant validUntil) {
        return new Invitation(attendance, event, 1, kind, askedAt, validUntil, false, false);
    }

    /** What the world is told when this invitation begins. */
    public InvitationDomainEvent fellDue() {
        return new InvitationDomainEvent.InvitationFellDue(attendance, event, generation, kind, askedAt, validUntil);
    }

    /**
     * The one reminder. Nothing if it went out already, if they asked us to stop, or if they were asked only after the
     * reminder's day had come.
     */
    public List<InvitationDomainEvent> remind(Instant reminderDue, Instant now) {
        return reminded || stopped || !askedAt.isBefore(reminderDue) || now.isAfter(validUntil)
                ? List.of()
                : List.of(new InvitationDomainEvent.ReminderFellDue(attendance, event, generation, now, validUntil));
    }

    /** "Don't ask me about this event." */
    public List<InvitationDomainEvent> stop(Instant now) {
        return stopped ? List.of() : List.of(new InvitationDomainEvent.AskingStopped(attendance, now));
    }

    /** Whether this generation of the link is the one that counts. */
    public boolean isCurrent(int linkGeneration) {
        return generation == linkGeneration;
    }

    Invitation withReminder() {
        return new Invitation(attendance, event, generation, kind, askedAt, validUntil, true, stopped);
    }

    Invitation withoutFurtherAsking() {
        return new Invitation(attendance, event, generation, kind, askedAt, validUntil, reminded, true);
    }
}
