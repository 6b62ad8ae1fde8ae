package org.natter.web.services;

/** How things stand with a booking. */
public enum BookingStatus {
    UNCONFIRMED,
    BOOKED,
    WAITING,
    OFFERED,
    CANCELLED,
    LAPSED;

    public boolean isUnconfirmed() {
        return this == UNCONFIRMED;
    }

    public boolean isBooked() {
        return this == BOOKED;
    }

    public boolean isWaiting() {
        return this == WAITING;
    }

    public boolean isOffered() {
        return this == OFFERED;
    }

    public boolean isCancelled() {
        return this == CANCELLED;
    }

    public boolean isLapsed() {
        return this == LAPSED;
    }
}
