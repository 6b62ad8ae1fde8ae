package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Set;

/** What happens to an invitation. Each fact says itself what it changes. */
public sealed interface InvitationDomainEvent {

    AttendanceId attendance();

    Invitation applyTo(Invitation before);

    /** An attendance is to be asked; worth acting on until {@code validUntil} only. */
    record InvitationFellDue(
            AttendanceId attendance, EventId event, int generation, InvitationKind kind, Instant at, Instant validUntil)
            implements InvitationDomainEvent {
        @Override
        public Invitation applyTo(Invitation before) {
            return new Invitation(
                    attendance,
                    event,
                    generation,
                    kind,
                    at,
                    validUntil,
                    before.reminded(),
                    before.stopped(),
                    before.absence(),
                    before.leftWords(),
                    before.resumedAt(),
                    before.wroteTo());
        }
    }

    /** An attendance is to be reminded, for the first and last time; worth acting on until {@code validUntil} only. */
    record ReminderFellDue(AttendanceId attendance, EventId event, int generation, Instant at, Instant validUntil)
            implements InvitationDomainEvent {
        @Override
        public Invitation applyTo(Invitation before) {
            return before.withReminder();
        }
    }

    /** Somebody does not want to be asked about this event again, neither by a reminder nor by a follow-up. */
    record AskingStopped(AttendanceId attendance, Instant at) implements InvitationDomainEvent {
        @Override
        public Invitation applyTo(Invitation before) {
            return before.withoutFurtherAsking();
        }
    }

    /** Somebody who wanted no more questions about this event may be asked again. */
    record AskingResumed(AttendanceId attendance, Instant at) implements InvitationDomainEvent {
        @Override
        public Invitation applyTo(Invitation before) {
            return before.withFurtherAsking(at);
        }
    }

    /** Somebody says that they did not come, and perhaps why. */
    record StayedAway(AttendanceId attendance, AbsenceReason reason, Instant at) implements InvitationDomainEvent {
        @Override
        public Invitation applyTo(Invitation before) {
            return before.withAbsence(reason);
        }
    }

    /** Somebody has left a word for the organisers; neither which nor when, so that nothing leads from the one to the other. */
    record WordsLeft(AttendanceId attendance) implements InvitationDomainEvent {
        @Override
        public Invitation applyTo(Invitation before) {
            return before.withWords();
        }
    }

    /** Somebody has left a few words to some of the organisers' own questions; neither which nor when. */
    record WordsWritten(AttendanceId attendance, Set<QuestionId> questions) implements InvitationDomainEvent {
        public WordsWritten {
            questions = Set.copyOf(questions);
        }

        @Override
        public Invitation applyTo(Invitation before) {
            return before.withWordsTo(questions);
        }
    }
}
