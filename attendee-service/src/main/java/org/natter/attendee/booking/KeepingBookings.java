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
 * nothing to do, and is empty for an unknown attendance. Whose it is is looked up once.
 */
public final class KeepingBookings {

    private final SeatLedgers ledgers;
    private final People people;
    private final Arrivals arrivals;

    public KeepingBookings(SeatLedgers ledgers, People people, Arrivals arrivals) {
        this.ledgers = ledgers;
        this.people = people;
        this.arrivals = arrivals;
    }

    public Optional<OwnBooking> read(AttendanceId attendance) {
        return with(attendance, ledgers::find);
    }

    /** The button behind the mailed link; what was typed with the wish becomes the person's own. */
    public Optional<OwnBooking> confirm(AttendanceId attendance, Instant now) {
        return change(attendance, ledger -> ledger.confirm(attendance, now))
                .map(own -> own.booking().isConfirmed()
                        ? new OwnBooking(own.booking(), people.adopt(own.owner().id(), attendance))
                        : own);
    }

    public Optional<OwnBooking> accept(AttendanceId attendance, Instant now) {
        return change(attendance, ledger -> ledger.accept(attendance, now));
    }

    /** @throws AlreadyHere for somebody who is checked in: nobody else may get the place they sit on */
    public Optional<OwnBooking> cancel(AttendanceId attendance, CancelReason reason, Instant now) {
        if (arrivals.isHere(attendance)) {
            throw AlreadyHere.with(attendance);
        }
        return change(attendance, ledger -> ledger.cancel(attendance, reason, now));
    }

    /** Whether to be on the who-was-there list. */
    public Optional<OwnBooking> choose(AttendanceId attendance, boolean listed) {
        return change(attendance, ledger -> ledger.choose(attendance, listed));
    }

    private Optional<OwnBooking> change(
            AttendanceId attendance, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return with(attendance, event -> ledgers.change(event, decision));
    }

    private Optional<OwnBooking> with(AttendanceId attendance, Function<EventId, Optional<SeatLedger>> ledger) {
        return people.personOf(attendance)
                .flatMap(owner -> owner.eventOf(attendance)
                        .flatMap(ledger)
                        .flatMap(after -> after.booking(attendance))
                        .map(booking -> new OwnBooking(booking, owner)));
    }
}
