package org.natter.feedback.outcome;

/**
 * Something came of it.
 *
 * <p>Carries the whole outcome.
 */
public record OutcomeReported(Outcome outcome) implements OutcomeDomainEvent {}
