package org.natter.feedback.outcome.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;

/** {@code feedback.outcome-reported.v1} on the wire. */
record ReportedOutcome(
        String outcome,
        String writer,
        String event,
        Instant at,
        Outcome.Kind kind,
        Outcome.Direction direction,
        int year,
        int month,
        List<Credited> credited,
        boolean withdrawn) {

    record Credited(Credit.Kind kind, String id) {}

    static ReportedOutcome of(Outcome outcome) {
        return new ReportedOutcome(
                outcome.id().value(),
                outcome.writer().value(),
                outcome.event().value(),
                outcome.at(),
                outcome.kind(),
                outcome.direction(),
                outcome.month().getYear(),
                outcome.month().getMonthValue(),
                outcome.credited().stream()
                        .map(credit -> new Credited(credit.kind(), credit.id()))
                        .toList(),
                false);
    }
}
