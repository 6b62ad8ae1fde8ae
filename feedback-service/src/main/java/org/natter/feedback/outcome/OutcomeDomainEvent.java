package org.natter.feedback.outcome;

/** What happens to an outcome: it is reported, and may be taken back. */
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

    /** Its writer took it back: it counts for nothing from now on. */
    record OutcomeWithdrawn(Outcome outcome) implements OutcomeDomainEvent {
        @Override
        public Outcome applyTo(Outcome before) {
            return outcome;
        }
    }
}
