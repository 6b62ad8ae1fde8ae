package org.natter.web.organiser;

import org.natter.web.services.BookingStatus;

/** How somebody stands in a list of an event: as their booking does, or here; and how that reads once the event is over. */
enum AttendeeRowStatus {
    UNCONFIRMED("tag--wait", "clock"),
    BOOKED("tag--in", "tick"),
    WAITING("tag--wait", "clock"),
    OFFERED("tag--wait", "clock"),
    CANCELLED("tag--off", "cross"),
    LAPSED("tag--off", "cross"),
    HERE("tag--in", "tick"),
    /** Walked in, and that was taken back. */
    NOT_IN_AFTER_ALL("", ""),
    AFTER_BOOKED("", ""),
    HAD_BOOKED("", ""),
    /** Never booked, and was let in before it was called off. */
    WALKED_IN("", ""),
    HAD_OFFER("", ""),
    WAS_WAITING("", ""),
    NEVER_CONFIRMED("", ""),
    AFTER_HERE("tag--in", "tick"),
    /** On a list so short that nobody else is said to have stayed away. */
    CHECKED_IN("tag--in", "tick");

    private final String style;
    private final String icon;

    AttendeeRowStatus(String style, String icon) {
        this.style = style;
        this.icon = icon;
    }

    static AttendeeRowStatus of(BookingStatus status) {
        return valueOf(status.name());
    }

    /**
     * The same once the event is over.
     *
     * @param few whether so few are on the list that it is said of them who was checked in, and not who came
     */
    public AttendeeRowStatus afterwards(boolean few) {
        return switch (this) {
            case BOOKED -> AFTER_BOOKED;
            case HERE -> few ? CHECKED_IN : AFTER_HERE;
            default -> this;
        };
    }

    /** The same of somebody who came on an earlier day of what still goes on. */
    public AttendeeRowStatus since(boolean earlier) {
        return earlier && this == HERE ? AFTER_HERE : this;
    }

    /** How somebody whose booking stood so before an event was called off had stood. */
    static AttendeeRowStatus beforeItWasCalledOff(BookingStatus stood) {
        return switch (stood) {
            case BOOKED -> HAD_BOOKED;
            case OFFERED -> HAD_OFFER;
            case WAITING -> WAS_WAITING;
            case UNCONFIRMED -> NEVER_CONFIRMED;
            case CANCELLED -> CANCELLED;
            case LAPSED -> LAPSED;
        };
    }

    /** Whether a booking was cancelled. */
    public boolean isCancelled() {
        return this == CANCELLED;
    }

    /** Whether somebody stands in line. */
    public boolean isWaiting() {
        return this == WAITING;
    }

    public String style() {
        return style;
    }

    public String icon() {
        return icon;
    }
}
