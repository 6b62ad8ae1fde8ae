package org.natter.feedback.outcome.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeDomainEvent;
import org.natter.feedback.outcome.OutcomeId;

/** The body of {@code feedback.outcome-reported.v1}, also of one that was taken back. */
record OutcomeReportedMessage(
        OutcomeId outcome,
        AttendanceId writer,
        EventId event,
        Instant at,
        Outcome.Kind kind,
        Outcome.Direction direction,
        int year,
        int month,
        List<Credit> credited,
        boolean withdrawn) {

    static final String TYPE = "feedback.outcome-reported.v1";

    static OutcomeReportedMessage of(OutcomeDomainEvent told) {
        var outcome = told.outcome();
        return new OutcomeReportedMessage(
                outcome.outcome(),
                outcome.writer(),
                outcome.event(),
                outcome.at(),
                outcome.kind(),
                outcome.direction(),
                outcome.month().getYear(),
                outcome.month().getMonthValue(),
                outcome.credited(),
                outcome.isWithdrawn());
    }
}
