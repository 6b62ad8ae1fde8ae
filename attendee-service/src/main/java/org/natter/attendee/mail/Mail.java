package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mail on its way: what was asked for and how far it has come. Every verb returns the mail as it then stands.
 *
 * @param v counts the changes of this row; a change is written only over the version it was made from
 * @param nextAttemptAt not claimed before; meaningless once finished
 * @param attempts how often the other side asked for patience
 * @param unknowns how often it was lost on the way, nobody knows where
 * @param subject as it was sent; empty before
 * @param aheadSince when a look first found the facts ahead of what this mail has been amended to say; absent if the last did not
 */
public record Mail(
        MailRequest wish,
        long v,
        MailStatus status,
        Instant nextAttemptAt,
        int attempts,
        int unknowns,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        StopReason stopped,
        String subject,
        @Nullable Instant aheadSince,
        @Nullable Instant finishedAt) {

    /** The statuses in which a mail may be claimed, unless it is finished. */
    public static final Set<MailStatus> CLAIMABLE = Set.of(MailStatus.QUEUED, MailStatus.RETRY, MailStatus.UNKNOWN);

    /** The statuses in which it is still to be sent and is not leaving, unless it is finished; it {@link #mayHaveLeft()}. */
    public static final Set<MailStatus> WAITING =
            Set.of(MailStatus.QUEUED, MailStatus.RETRY, MailStatus.UNKNOWN, MailStatus.CLAIMED);

    /** The statuses in which a sender holds it. */
    public static final Set<MailStatus> HELD = Set.of(MailStatus.CLAIMED, MailStatus.SENDING);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));
    private static final Duration AFTER_A_LOSS = Duration.ofMinutes(15);

    static Mail asked(MailRequest wish) {
        return new Mail(
                wish, 1, MailStatus.QUEUED, wish.notBefore(), 0, 0, null, null, StopReason.NONE, "", null, null);
    }

    public String cause() {
        return wish.cause();
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** Whether it was lost while it was handed over, so that its reader may have it, also if it is to be sent once more. */
    boolean mayHaveLeft() {
        return unknowns > 0;
    }

    /** Whether it did not arrive for the mailbox's sake, or was given up. */
    public boolean didNotArrive() {
        return status == MailStatus.BOUNCED || status == MailStatus.GIVEN_UP || stopped == StopReason.MAILBOX_REFUSED;
    }

    /** Whether it was not sent because it did not hold then; it may hold again. */
    boolean didNotHold() {
        return stopped == StopReason.NO_LONGER_TRUE || stopped == StopReason.BOOKING_CANCELLED;
    }

    public boolean isDueAt(Instant now) {
        return !isFinished() && CLAIMABLE.contains(status) && !nextAttemptAt.isAfter(now);
    }

    public Mail claimed(String by, Instant until) {
        return next(MailStatus.CLAIMED, nextAttemptAt, by, until).ahead(aheadSince);
    }

    Mail sending() {
        return next(MailStatus.SENDING, nextAttemptAt, claimedBy, claimedUntil);
    }

    Mail postponed(Instant until) {
        return next(attempts > 0 ? MailStatus.RETRY : MailStatus.QUEUED, until, null, null);
    }

    /** Waits for a change that the facts know already to be heard. */
    Mail listening(Instant until, Instant now) {
        return postponed(until).ahead(aheadSince == null ? now : aheadSince);
    }

    boolean hasListened(Duration atMost, Instant now) {
        return aheadSince != null && !now.isBefore(aheadSince.plus(atMost));
    }

    /**
     * The same mail, saying something else and due earlier if that cannot wait; as it was if nothing is different. One that a
     * sender has taken goes back into the queue, to be looked at anew.
     */
    Mail saying(MailRequest other, Instant latest) {
        var due = status == MailStatus.QUEUED && latest.isBefore(nextAttemptAt) ? latest : nextAttemptAt;
        if (other.equals(wish) && due.equals(nextAttemptAt)) {
            return this;
        }
        return status == MailStatus.CLAIMED
                ? postponed(due).with(other, due, attempts, unknowns, null)
                : next(status, due, claimedBy, claimedUntil).with(other, due, attempts, unknowns, null);
    }

    Mail sent(String withSubject, Instant at) {
        return finished(MailStatus.SENT, StopReason.NONE, withSubject, at);
    }

    /** Was tried in vain until there was no time left. */
    Mail givenUp(Instant at) {
        return finished(MailStatus.GIVEN_UP, StopReason.NONE, subject, at);
    }

    Mail bounced(Instant at) {
        return finished(MailStatus.BOUNCED, StopReason.NONE, subject, at);
    }

    Mail stopped(StopReason reason, Instant at) {
        return finished(MailStatus.STOPPED, reason, subject, at);
    }

    /** After 1, 5, 15, 60 minutes, 4, 12, 24 hours, each a fifth more or less; then given up. */
    Mail triedInVain(Instant now) {
        if (attempts >= PAUSES.size()) {
            return givenUp(now);
        }
        var waiting = next(MailStatus.RETRY, now.plus(spread(PAUSES.get(attempts))), null, null);
        return waiting.counting(attempts + 1, unknowns);
    }

    /** Lost while it was handed over: booking mail gets one more try a quarter of an hour later, all else none. */
    Mail lost(Instant now) {
        var once = wish.kind().stream() == MailStream.BOOKING && unknowns == 0;
        var lost = once
                ? next(MailStatus.UNKNOWN, now.plus(AFTER_A_LOSS), null, null)
                : finished(MailStatus.UNKNOWN, StopReason.NONE, subject, now);
        return lost.counting(attempts, unknowns + 1);
    }

    /** What becomes of it when its sender has died: back into the queue, or lost. */
    Mail abandoned(Instant now) {
        return status == MailStatus.SENDING ? lost(now) : postponed(nextAttemptAt);
    }

    /** The same share of every pause for one cause, so that a decision made again is the same decision. */
    private Duration spread(Duration pause) {
        var fromMinusToPlus = Math.floorMod((cause() + attempts).hashCode(), 401) - 200;
        return pause.plus(pause.multipliedBy(fromMinusToPlus).dividedBy(1000));
    }

    private Mail counting(int newAttempts, int newUnknowns) {
        return with(wish, nextAttemptAt, newAttempts, newUnknowns, aheadSince);
    }

    private Mail ahead(@Nullable Instant since) {
        return with(wish, nextAttemptAt, attempts, unknowns, since);
    }

    /** The same version of the same row, but for these. */
    private Mail with(MailRequest asked, Instant due, int newAttempts, int newUnknowns, @Nullable Instant since) {
        return new Mail(
                asked,
                v,
                status,
                due,
                newAttempts,
                newUnknowns,
                claimedBy,
                claimedUntil,
                stopped,
                subject,
                since,
                finishedAt);
    }

    private Mail next(MailStatus then, Instant attempt, @Nullable String by, @Nullable Instant until) {
        return new Mail(
                wish, v + 1, then, attempt, attempts, unknowns, by, until, StopReason.NONE, subject, null, null);
    }

    private Mail finished(MailStatus then, StopReason reason, String withSubject, Instant at) {
        return new Mail(
                wish, v + 1, then, nextAttemptAt, attempts, unknowns, null, null, reason, withSubject, null, at);
    }
}
