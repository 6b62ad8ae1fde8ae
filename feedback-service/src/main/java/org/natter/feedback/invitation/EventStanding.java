package org.natter.feedback.invitation;

/**
 * How far an event has come, as its organisers have said.
 *
 * <p>Only an event that is {@link #OVER} asks anybody anything.
 */
public enum EventStanding {
    COMING,
    OVER,
    CALLED_OFF
}
