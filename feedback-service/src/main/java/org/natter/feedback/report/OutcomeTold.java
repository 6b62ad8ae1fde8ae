package org.natter.feedback.report;

import java.util.List;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeId;

/**
 * What we read of what came of it.
 *
 * <p>One that was taken back counts for nothing.
 */
public record OutcomeTold(
        OutcomeId outcome,
        AttendanceId writer,
        EventId event,
        Outcome.Kind kind,
        int year,
        int month,
        List<Credit> credited,
        boolean withdrawn) {

    public OutcomeTold {
        credited = List.copyOf(credited);
    }
}
