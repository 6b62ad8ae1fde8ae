package org.natter.feedback.invitation;

/**
 * What an attendance has of an event's places.
 *
 * <p>Says nothing of who came: a waiting person may turn up, a booked one may not. {@link #BOOKED_UNLISTED} is somebody
 * who is not on the who-was-there list, by their own choice.
 */
public enum SeatStanding {
    BOOKED,
    BOOKED_UNLISTED,
    WAITING,
    OFFERED,
    CANCELLED;

    public boolean isBooked() {
        return this == BOOKED || this == BOOKED_UNLISTED;
    }
}
