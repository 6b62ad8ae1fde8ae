/**
 * Live numbers: tells open organiser pages over server-sent events that a count has changed. Listens to {@code
 * natter.attendees}, {@code natter.feedback} and {@code natter.events} for the sole news that something happened at an event; the numbers
 * themselves are event-service's, and once it is over feedback-service's, read once for all who watch. Keeps nothing and tells nothing.
 */
@NullMarked
package org.natter.web.live;

import org.jspecify.annotations.NullMarked;
