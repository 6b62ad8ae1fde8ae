package org.natter.feedback.outcome;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All outcomes.
 *
 * <p>State and what is told of it are written together, or not at all.
 */
public interface Outcomes {

    /** Keeps and tells an outcome; the stored one comes back, which is an older one if the id was used before. */
    Outcome report(Outcome outcome);

    /** Decides again if somebody else was quicker; empty if there is none. */
    Optional<Outcome> change(OutcomeId outcome, Function<Outcome, List<OutcomeDomainEvent>> decision);
}
