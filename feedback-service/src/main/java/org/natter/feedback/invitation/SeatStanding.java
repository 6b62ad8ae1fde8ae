package org.natter.feedback.invitation;

/**
 * What an attendance has of an event's places.
 *
 * <p>Says nothing of who came: a waiting person may turn up, a booked one may not.
 */
public enum SeatStanding {
    BOOKED,
    WAITING,
    OFFERED,
    CANCELLED
}
