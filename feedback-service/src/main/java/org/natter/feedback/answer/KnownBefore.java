package org.natter.feedback.answer;

/**
 * Roughly how many of those there the writer knew already.
 *
 * <p>In the writer's own words; nothing is counted.
 */
public enum KnownBefore {
    NONE,
    A_FEW,
    ABOUT_HALF,
    MOST,
    NOT_SAID
}
