package org.natter.attendee.booking;

/** What the owner of a booking is told about it. A called-off event reads as CANCELLED for everybody. */
public enum BookingStatus {
    UNCONFIRMED,
    BOOKED,
    WAITING,
    OFFERED,
    CANCELLED,
    LAPSED
}
