package org.natter.feedback.invitation;

import java.time.Instant;

/**
 * How many people of one event were asked, how many of them have answered, and until when answers can be written.
 *
 * <p>Counts only: nothing says who.
 */
public record Turnout(int asked, int answered, Instant closesAt) {}
