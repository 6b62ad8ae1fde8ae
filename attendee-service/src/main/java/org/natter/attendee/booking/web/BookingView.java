package org.natter.attendee.booking.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.OwnBooking;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.booking.RoomLeft;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;

/**
 * A booking as its owner reads it: how it stands, and the published facts of its event.
 *
 * @param here whether they are checked in
 * @param room what room there is for somebody new
 * @param organisation as it was typed with the booking; may be empty
 * @param wish the mark of all that a press on the button takes over as it is shown here
 */
record BookingView(
        EventId event,
        AttendanceId attendance,
        BookingStatus status,
        OwnStanding standing,
        boolean here,
        RoomLeft room,
        Instant since,
        @Nullable Integer position,
        @Nullable Instant offerUntil,
        String name,
        String organisation,
        String code,
        boolean listed,
        Sector sector,
        RegionId region,
        String title,
        Instant startsAt,
        Instant endsAt,
        String zone,
        String venueName,
        String venueAddress,
        String findUs,
        String wish) {

    static BookingView of(OwnBooking own) {
        var booking = own.booking();
        var card = booking.cardForItsOwner();
        return new BookingView(
                card.event(),
                booking.attendance(),
                booking.status(),
                booking.own(),
                own.here(),
                booking.room(),
                booking.since(),
                booking.position(),
                booking.status() == BookingStatus.OFFERED ? booking.until() : null,
                own.saidName(),
                own.saidOrganisation(),
                booking.code().value(),
                booking.listed(),
                booking.sector(),
                card.region(),
                card.title(),
                card.startsAt(),
                card.endsAt(),
                card.zone().getId(),
                card.venueName(),
                card.venueAddress(),
                card.findUs(),
                own.wish());
    }

    @Override
    public String toString() {
        return "BookingView[" + attendance + "]";
    }
}
