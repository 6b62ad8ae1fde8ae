package org.natter.feedback.outcome;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * What came of a meeting, or of something overheard, as its owner reports it.
 *
 * <p>Belongs to one attendance, so to one event, and credits people of that event only.
 *
 * @param withdrawnAt absent as long as it stands
 */
public record Outcome(
        OutcomeId outcome,
        AttendanceId writer,
        EventId event,
        Instant at,
        Kind kind,
        Direction direction,
        YearMonth month,
        List<Credit> credited,
        @Nullable Instant withdrawnAt) {

    public static final int MOST_CREDITED = 20;

    /** What it was. */
    public enum Kind {
        KEPT_IN_TOUCH,
        INTRODUCED_ON,
        ADVICE,
        VISIT,
        HELPED,
        WORK_EXPERIENCE,
        JOB,
        WORKED_TOGETHER,
        OTHER
    }

    /** Whose gain it was: the writer's or the other's. */
    public enum Direction {
        RECEIVED,
        GIVEN
    }

    public Outcome {
        credited = List.copyOf(credited);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** What follows when its writer takes it back; nothing the second time, and nothing from anybody else. */
    public List<OutcomeDomainEvent> withdraw(AttendanceId by, Instant now) {
        return isWithdrawn() || !by.equals(writer)
                ? List.of()
                : List.of(new OutcomeDomainEvent.OutcomeWithdrawn(withdrawn(now)));
    }

    private Outcome withdrawn(Instant now) {
        return new Outcome(outcome, writer, event, at, kind, direction, month, credited, now);
    }

    /** Whether both say the same, whenever they were said, and whether or not either still stands. */
    public boolean saysTheSameAs(Outcome other) {
        return equals(new Outcome(
                other.outcome,
                other.writer,
                other.event,
                at,
                other.kind,
                other.direction,
                other.month,
                other.credited,
                withdrawnAt));
    }
}
