package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The request for feedback for one attendance: asked once, reminded once at most. {@code absence} is there once they have said
 * that they did not come, {@code leftWords} once they have left a word for the organisers: that they have, and not which;
 * {@code resumedAt} says when they last wanted to be asked after all, {@code wroteTo} to which of the organisers' own questions
 * they have left a few words, and again not which.
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
        boolean stopped,
        @Nullable AbsenceReason absence,
        @Nullable Boolean leftWords,
        @Nullable Instant resumedAt,
        @Nullable List<QuestionId> wroteTo) {

    /** The first invitation of this attendance, with the first generation of its link. */
    public static Invitation first(
            AttendanceId attendance, EventId event, InvitationKind kind, Instant askedAt, Instant validUntil) {
        return new Invitation(attendance, event, 1, kind, askedAt, validUntil, false, false, null, null, null, null);
    }

    /** What the world is told when this invitation begins. */
    public InvitationDomainEvent fellDue() {
        return new InvitationDomainEvent.InvitationFellDue(attendance, event, generation, kind, askedAt, validUntil);
    }

    /**
     * The one reminder. Nothing if it went out already, if they asked us to stop or said that they were not there, or if they
     * were asked, or wanted to be asked after all, only after the reminder's day had come.
     */
    public List<InvitationDomainEvent> remind(Instant reminderDue, Instant now) {
        return reminded || stopped || absence != null || isPassedOver(reminderDue) || now.isAfter(validUntil)
                ? List.of()
                : List.of(new InvitationDomainEvent.ReminderFellDue(attendance, event, generation, now, validUntil));
    }

    private boolean isPassedOver(Instant reminderDue) {
        return !askedAt.isBefore(reminderDue) || (resumedAt != null && !resumedAt.isBefore(reminderDue));
    }

    /** "Don't ask me about this event." */
    public List<InvitationDomainEvent> stop(Instant now) {
        return stopped ? List.of() : List.of(new InvitationDomainEvent.AskingStopped(attendance, now));
    }

    /** "Ask me about this event after all": whatever is still to be asked, and no reminder whose day has come. */
    public List<InvitationDomainEvent> askAgain(Instant now) {
        return stopped ? List.of(new InvitationDomainEvent.AskingResumed(attendance, now)) : List.of();
    }

    /** "No, not this time", for whatever reason; nothing if they said so before, with the same reason. */
    public List<InvitationDomainEvent> stayAway(AbsenceReason reason, Instant now) {
        return reason == absence ? List.of() : List.of(new InvitationDomainEvent.StayedAway(attendance, reason, now));
    }

    /** Words for the organisers; nothing if there have been some before. */
    public List<InvitationDomainEvent> leaveWords() {
        return hasLeftWords() ? List.of() : List.of(new InvitationDomainEvent.WordsLeft(attendance));
    }

    /** Whether there are words of theirs among those for the organisers; invitations from before this was kept say no. */
    public boolean hasLeftWords() {
        return Boolean.TRUE.equals(leftWords);
    }

    /** A few words to these questions; nothing if there have been some to each of them before. */
    public List<InvitationDomainEvent> writeTo(Set<QuestionId> questions) {
        return writtenTo().containsAll(questions)
                ? List.of()
                : List.of(new InvitationDomainEvent.WordsWritten(attendance, questions));
    }

    /** The questions to which there are words of theirs. */
    public Set<QuestionId> writtenTo() {
        return wroteTo == null ? Set.of() : Set.copyOf(wroteTo);
    }

    /** Why they could not come; empty unless they have said that they did not. */
    Optional<AbsenceReason> said() {
        return Optional.ofNullable(absence);
    }

    /** Whether this generation of the link is the one that counts. */
    public boolean isCurrent(int linkGeneration) {
        return generation == linkGeneration;
    }

    Invitation withReminder() {
        return with(true, stopped, absence, leftWords, resumedAt, wroteTo);
    }

    Invitation withoutFurtherAsking() {
        return with(reminded, true, absence, leftWords, resumedAt, wroteTo);
    }

    Invitation withFurtherAsking(Instant at) {
        return with(reminded, false, absence, leftWords, at, wroteTo);
    }

    Invitation withAbsence(AbsenceReason reason) {
        return with(reminded, stopped, reason, leftWords, resumedAt, wroteTo);
    }

    Invitation withWords() {
        return with(reminded, stopped, absence, true, resumedAt, wroteTo);
    }

    Invitation withWordsTo(Set<QuestionId> questions) {
        var all = new TreeSet<>(Comparator.comparing(QuestionId::value));
        all.addAll(writtenTo());
        all.addAll(questions);
        return with(reminded, stopped, absence, leftWords, resumedAt, List.copyOf(all));
    }

    /** The same invitation, since when they have heard or said more. */
    private Invitation with(
            boolean wasReminded,
            boolean hasStopped,
            @Nullable AbsenceReason reason,
            @Nullable Boolean left,
            @Nullable Instant resumed,
            @Nullable List<QuestionId> written) {
        return new Invitation(
                attendance,
                event,
                generation,
                kind,
                askedAt,
                validUntil,
                wasReminded,
                hasStopped,
                reason,
                left,
                resumed,
                written);
    }
}
