package org.natter.attendee.history;

import java.util.List;
import java.util.Optional;
import org.natter.attendee.history.FeedbackAnswered.Who;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** What came of meetings at one event, or of something overheard there, as its owner reports it; withdrawn ones no longer count. */
public record OutcomeReported(
        String outcome,
        AttendanceId writer,
        EventId event,
        Kind kind,
        Direction direction,
        int year,
        int month,
        List<Credited> credited,
        boolean withdrawn) {

    public OutcomeReported {
        credited = List.copyOf(credited);
    }

    /** Whom it is owed to, in date order of the meetings; the id is empty for something overheard. */
    public record Credited(CreditedTo kind, String id) {

        /** Empty for something overheard. */
        Optional<Who> who() {
            return switch (kind) {
                case ATTENDANCE -> Optional.of(new Who(Who.Kind.ATTENDANCE, id));
                case LABEL -> Optional.of(new Who(Who.Kind.LABEL, id));
                case OVERHEARD -> Optional.empty();
            };
        }
    }

    /** What an outcome hangs on. */
    public enum CreditedTo {
        ATTENDANCE,
        LABEL,
        OVERHEARD
    }

    /** What can come of a meeting. */
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

    /** Whether the owner got it or gave it. */
    public enum Direction {
        RECEIVED,
        GIVEN
    }
}
