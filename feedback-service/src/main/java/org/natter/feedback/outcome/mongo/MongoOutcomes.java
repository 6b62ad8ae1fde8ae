package org.natter.feedback.outcome.mongo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.outcome.OutcomeDomainEvent;
import org.natter.feedback.outcome.OutcomeId;
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
                AggregateMapping.of("outcome", Outcome.class, (before, event) -> event.applyTo(before)), announcements);
    }

    @Override
    public Outcome report(Outcome outcome) {
        return outcomes.create(
                outcome.outcome().value(), outcome, List.of(new OutcomeDomainEvent.OutcomeReported(outcome)));
    }

    @Override
    public Optional<Outcome> change(OutcomeId outcome, Function<Outcome, List<OutcomeDomainEvent>> decision) {
        return outcomes.change(outcome.value(), decision);
    }
}
