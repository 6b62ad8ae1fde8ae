package org.natter.feedback.invitation;

/**
 * How many people of one event were asked, and how many of them have answered.
 *
 * <p>Counts only: nothing says who.
 */
public record Turnout(int asked, int answered) {}
