package org.natter.feedback.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Deadlines;
import org.natter.feedback.invitation.EventId;

/**
 * The question "did anything come of it?" for one attendance, asked once at each of its two times.
 *
 * <p>{@code asked} and {@code replied} hold months after the event, in the order in which they came; {@code closesAt} is
 * the last minute of the newest question.
 */
public record FollowUp(
        AttendanceId attendance, EventId event, List<Integer> asked, List<Integer> replied, Instant closesAt) {

    /** Calendar months after the event, in order. */
    public static final List<Integer> MONTHS = Deadlines.FOLLOW_UP_MONTHS;

    public FollowUp {
        asked = List.copyOf(asked);
        replied = List.copyOf(replied);
    }

    /** Before anything was asked. */
    public static FollowUp of(AttendanceId attendance, EventId event) {
        return new FollowUp(attendance, event, List.of(), List.of(), Instant.EPOCH);
    }

    /** What follows when its time has come; nothing the second time. */
    public List<FollowUpDomainEvent> fallDue(int monthsAfter, int generation, Instant now, Instant validUntil) {
        return asked.contains(monthsAfter)
                ? List.of()
                : List.of(new FollowUpDomainEvent.FollowUpFellDue(
                        attendance, event, generation, monthsAfter, now, validUntil));
    }

    /** "Not yet", or an outcome: the newest question is answered. Nothing if it was, or if none was asked. */
    public List<FollowUpDomainEvent> reply(Instant now) {
        return asked.isEmpty() || answered()
                ? List.of()
                : List.of(new FollowUpDomainEvent.FollowUpReplied(attendance, asked.get(asked.size() - 1), now));
    }

    /** Whether the newest question was answered. */
    public boolean answered() {
        return !asked.isEmpty() && replied.contains(asked.get(asked.size() - 1));
    }

    FollowUp asked(int monthsAfter, Instant validUntil) {
        return new FollowUp(attendance, event, and(asked, monthsAfter), replied, validUntil);
    }

    FollowUp replied(int monthsAfter) {
        return new FollowUp(attendance, event, asked, and(replied, monthsAfter), closesAt);
    }

    private static List<Integer> and(List<Integer> months, int month) {
        var more = new ArrayList<>(months);
        more.add(month);
        return more;
    }
}
