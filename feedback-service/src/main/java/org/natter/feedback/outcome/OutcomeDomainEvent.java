package org.natter.feedback.outcome;

/** What happens to an outcome. Reporting is all there is so far. */
public sealed interface OutcomeDomainEvent {

    Outcome outcome();

    Outcome applyTo(Outcome before);

    /** Something came of it. */
    record OutcomeReported(Outcome outcome) implements OutcomeDomainEvent {
        @Override
        public Outcome applyTo(Outcome before) {
            return outcome;
        }
    }
}
