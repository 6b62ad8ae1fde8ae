package org.natter.attendee.mail;

import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

class BookingsInMemoryTest implements BookingsReadContract {

    private final BookingsInMemory bookings = new BookingsInMemory(MailFixture.CARD);

    BookingsInMemoryTest() {
        bookings.stands(booked(), BookingStatus.BOOKED, null);
        bookings.stands(waiting(), BookingStatus.WAITING, 1);
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public EventId event() {
        return MailFixture.RIVERSIDE;
    }

    @Override
    public AttendanceId booked() {
        return MailFixture.WREN_AT_RIVERSIDE;
    }

    @Override
    public AttendanceId waiting() {
        return MailFixture.SAMIR_AT_RIVERSIDE;
    }
}
