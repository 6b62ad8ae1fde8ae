package org.natter.attendee.mail;

import org.junit.jupiter.api.BeforeEach;
import org.natter.attendee.Evening;
import org.natter.attendee.WholeService;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.springframework.beans.factory.annotation.Autowired;

/** The bookings of the service itself. */
@WholeService
class StoredBookingsReadTest implements BookingsReadContract {

    private final Bookings bookings;
    private final Evening evening;
    private EventId event = MailFixture.RIVERSIDE;
    private AttendanceId booked = MailFixture.WREN_AT_RIVERSIDE;
    private AttendanceId waiting = MailFixture.SAMIR_AT_RIVERSIDE;

    @Autowired
    StoredBookingsReadTest(Bookings bookings, Evening evening) {
        this.bookings = bookings;
        this.evening = evening;
    }

    @BeforeEach
    void anEveningWithOnePlace() {
        event = evening.open(1);
        booked = evening.book(event, "Wren Hadley");
        waiting = evening.book(event, "Samir Marsh");
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public EventId event() {
        return event;
    }

    @Override
    public AttendanceId booked() {
        return booked;
    }

    @Override
    public AttendanceId waiting() {
        return waiting;
    }
}
