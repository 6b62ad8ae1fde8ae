package org.natter.feedback.outcome.web;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;

record OutcomeResponse(
        String outcome,
        String attendance,
        String event,
        Instant at,
        Outcome.Kind kind,
        Outcome.Direction direction,
        int year,
        int month,
        List<Credited> credited) {

    record Credited(Credit.Kind kind, String id) {}

    static OutcomeResponse of(Outcome outcome) {
        return new OutcomeResponse(
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
                        .toList());
    }
}
