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
 * @param was what it was before it was over; absent until then
 * @param turns how often a place was given back or taken again
 * @param room what room there is for somebody new
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
        @Nullable Instant until,
        @Nullable SeatStanding was,
        int turns,
        RoomLeft room) {

    /** How it stands, as finely as words tell it. */
    public OwnStanding own() {
        return OwnStanding.of(status, standing, was, walkIn, room == RoomLeft.FREE);
    }

    /** What its owner may read of the event as it stands: how an online one is joined only who has a place. */
    public EventCard cardForItsOwner() {
        return hasAPlace() ? card : card.withoutAPlace();
    }

    BookingChoices choices() {
        return new BookingChoices(sector, newcomer, listed);
    }

    public boolean hasAPlace() {
        return own() == OwnStanding.BOOKED;
    }

    /** The sequence of a calendar file about it: rises with each change of the event, and each time it is given back or taken again. */
    public int sequence() {
        return card.sequence() + turns;
    }

    /** Whether its owner pressed the button in the mail, and still comes or waits. */
    public boolean isConfirmed() {
        return status == BookingStatus.BOOKED || status == BookingStatus.WAITING || status == BookingStatus.OFFERED;
    }

    public DoorCode code() {
        return DoorCode.of(attendance);
    }
}
