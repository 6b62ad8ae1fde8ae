package org.natter.attendee.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Sector;

/**
 * One attendance's booking as its owner sees it: a view on the event's seat ledger at one moment.
 *
 * @param since when the present status began; the {@code at} of the message that told it
 * @param position the place in the waiting list, from 1; absent unless waiting
 * @param until when a hold or an offer ends; absent without one
 */
public record Booking(
        AttendanceId attendance,
        EventCard card,
        BookingStatus status,
        SeatStanding standing,
        Sector sector,
        boolean newcomer,
        boolean listed,
        boolean walkIn,
        Instant since,
        @Nullable Integer position,
        @Nullable Instant until) {

    /** Whether its owner pressed the button in the mail, and still comes or waits. */
    public boolean isConfirmed() {
        return status == BookingStatus.BOOKED || status == BookingStatus.WAITING || status == BookingStatus.OFFERED;
    }

    public DoorCode code() {
        return DoorCode.of(attendance);
    }
}
