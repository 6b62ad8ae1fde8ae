package org.natter.attendee.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;

/**
 * What the owner of a booking may do with it. Each verb answers the booking as it stands afterwards, also when there was
 * nothing to do, and is empty for an unknown attendance.
 */
public final class KeepingBookings {

    private final SeatLedgers ledgers;
    private final People people;

    public KeepingBookings(SeatLedgers ledgers, People people) {
        this.ledgers = ledgers;
        this.people = people;
    }

    public Optional<Booking> read(AttendanceId attendance) {
        return eventOf(attendance).flatMap(ledgers::find).flatMap(ledger -> ledger.booking(attendance));
    }

    /** The button behind the mailed link; what was typed with the wish becomes the person's own. */
    public Optional<Booking> confirm(AttendanceId attendance, Instant now) {
        Optional<Booking> booking = change(attendance, ledger -> ledger.confirm(attendance, now));
        booking.filter(after -> isConfirmed(after.status()))
                .flatMap(after -> people.personOf(attendance))
                .ifPresent(person -> people.adopt(person.id(), attendance));
        return booking;
    }

    public Optional<Booking> accept(AttendanceId attendance, Instant now) {
        return change(attendance, ledger -> ledger.accept(attendance, now));
    }

    public Optional<Booking> cancel(AttendanceId attendance, CancelReason reason, Instant now) {
        return change(attendance, ledger -> ledger.cancel(attendance, reason, now));
    }

    /** Whether to be on the who-was-there list. */
    public Optional<Booking> choose(AttendanceId attendance, boolean listed) {
        return change(attendance, ledger -> ledger.choose(attendance, listed));
    }

    private Optional<Booking> change(AttendanceId attendance, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return eventOf(attendance)
                .flatMap(event -> ledgers.change(event, decision))
                .flatMap(ledger -> ledger.booking(attendance));
    }

    private Optional<EventId> eventOf(AttendanceId attendance) {
        return people.eventOf(attendance);
    }

    private static boolean isConfirmed(BookingStatus status) {
        return status == BookingStatus.BOOKED || status == BookingStatus.WAITING || status == BookingStatus.OFFERED;
    }
}
