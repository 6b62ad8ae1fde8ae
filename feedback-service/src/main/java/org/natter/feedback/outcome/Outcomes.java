package org.natter.feedback.outcome;

/**
 * All outcomes.
 *
 * <p>State and what is told of it are written together, or not at all.
 */
public interface Outcomes {

    /** Keeps and tells an outcome; the stored one comes back, which is an older one if the id was used before. */
    Outcome report(Outcome outcome);
}
