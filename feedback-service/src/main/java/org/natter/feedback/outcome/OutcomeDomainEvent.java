package org.natter.feedback.outcome;

/**
 * What happens to an outcome.
 *
 * <p>Reporting is all there is so far.
 */
public sealed interface OutcomeDomainEvent permits OutcomeReported {

    Outcome outcome();
}
