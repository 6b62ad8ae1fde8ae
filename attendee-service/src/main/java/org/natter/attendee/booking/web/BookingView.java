package org.natter.attendee.booking.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;

/** A booking as its owner reads it: how it stands, and the published facts of its event. */
record BookingView(
        EventId event,
        AttendanceId attendance,
        BookingStatus status,
        OwnStanding standing,
        Instant since,
        @Nullable Integer position,
        @Nullable Instant offerUntil,
        @Nullable Instant heldUntil,
        String name,
        String code,
        boolean listed,
        RegionId region,
        String title,
        Instant startsAt,
        Instant endsAt,
        String zone,
        String venueName,
        String venueAddress,
        String findUs) {

    static BookingView of(Booking booking, String name) {
        var card = booking.cardForItsOwner();
        return new BookingView(
                card.event(),
                booking.attendance(),
                booking.status(),
                booking.own(),
                booking.since(),
                booking.position(),
                booking.status() == BookingStatus.OFFERED ? booking.until() : null,
                booking.status() == BookingStatus.UNCONFIRMED ? booking.until() : null,
                name,
                booking.code().value(),
                booking.listed(),
                card.region(),
                card.title(),
                card.startsAt(),
                card.endsAt(),
                card.zone().getId(),
                card.venueName(),
                card.venueAddress(),
                card.findUs());
    }

    @Override
    public String toString() {
        return "BookingView[" + attendance + "]";
    }
}
