package org.natter.attendee.booking.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.BookingDomainEvent.SeatFact;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/**
 * The body of the three types that tell of a seat: booked, waiting or offered since {@code at}.
 *
 * @param walkIn {@code attendance.booked.v1} alone
 * @param until how long the place is kept; {@code attendance.offered.v1} alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatMessage(
        AttendanceId attendance,
        EventId event,
        Instant at,
        Sector sector,
        boolean newcomer,
        boolean listed,
        @Nullable Boolean walkIn,
        @Nullable Instant until) {

    static final String BOOKED = "attendance.booked.v1";
    static final String WAITLISTED = "attendance.waitlisted.v1";
    static final String OFFERED = "attendance.offered.v1";

    static SeatMessage of(SeatFact told) {
        var seat = told.seat();
        var choices = seat.choices();
        return new SeatMessage(
                seat.attendance(),
                told.event(),
                seat.since(),
                choices.sector(),
                choices.newcomer(),
                choices.listed(),
                seat.standing() == SeatStanding.BOOKED ? seat.walkIn() : null,
                seat.until());
    }
}
