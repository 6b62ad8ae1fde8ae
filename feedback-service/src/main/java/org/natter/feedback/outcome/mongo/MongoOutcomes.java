package org.natter.feedback.outcome.mongo;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.outcome.Credit;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeDomainEvent;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.outcome.OutcomeReported;
import org.natter.feedback.outcome.Outcomes;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.stereotype.Component;

@Component
class MongoOutcomes implements Outcomes {

    private final AggregateCollection<Outcome, OutcomeDomainEvent> outcomes;

    MongoOutcomes(Outbox outbox, Announcements<OutcomeDomainEvent> announcements) {
        this.outcomes = outbox.collection(
                new AggregateMapping<>(
                        "outcome",
                        OutcomeDocument.class,
                        OutcomeDocument::of,
                        OutcomeDocument::toOutcome,
                        (before, event) -> event.outcome()),
                announcements);
    }

    record CreditDocument(Credit.Kind kind, String who) {}

    record OutcomeDocument(
            String outcome,
            String writer,
            String event,
            Instant at,
            Outcome.Kind kind,
            Outcome.Direction direction,
            String month,
            List<CreditDocument> credited) {

        static OutcomeDocument of(Outcome outcome) {
            return new OutcomeDocument(
                    outcome.id().value(),
                    outcome.writer().value(),
                    outcome.event().value(),
                    outcome.at(),
                    outcome.kind(),
                    outcome.direction(),
                    outcome.month().toString(),
                    outcome.credited().stream()
                            .map(credit -> new CreditDocument(credit.kind(), credit.id()))
                            .toList());
        }

        Outcome toOutcome() {
            return new Outcome(
                    new OutcomeId(outcome),
                    new AttendanceId(writer),
                    new EventId(event),
                    at,
                    kind,
                    direction,
                    YearMonth.parse(month),
                    credited.stream()
                            .map(credit -> new Credit(credit.kind(), credit.who()))
                            .toList());
        }
    }

    @Override
    public Outcome report(Outcome outcome) {
        return outcomes.create(outcome.id().value(), outcome, List.of(new OutcomeReported(outcome)));
    }
}
