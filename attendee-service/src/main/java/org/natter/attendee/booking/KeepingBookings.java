package org.natter.attendee.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.BookingLink;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;

/**
 * What is done with a booking: by its owner, and by an organiser for an owner who told them. Each verb answers the booking as it stands afterwards, also when there was
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

    /** Whether this link opens a booking: one that went to an address before it was corrected opens none. */
    public boolean isOpenedBy(BookingLink link) {
        return people.personOf(link.attendance()).filter(link::isFor).isPresent();
    }

    public Optional<OwnBooking> read(AttendanceId attendance) {
        return with(attendance, (owner, event) -> ledgers.find(event));
    }

    /**
     * The button behind the mailed link; what was typed with the wish becomes the person's own. The ledger decides in its
     * one write whether it is the wish that was shown, and nothing typed since is taken over with it.
     *
     * @throws ChangedMeanwhile if the button would confirm something else than was shown; nothing is confirmed then
     */
    public Optional<OwnBooking> confirm(AttendanceId attendance, ShownWish shown, Instant now) {
        return with(
                        attendance,
                        (owner, event) -> ledgers.change(
                                event, ledger -> confirmed(ledger, attendance, owner.saidAt(attendance), shown, now)))
                .map(own -> own.booking().isConfirmed() && own.isStill(shown) ? adopted(own) : own);
    }

    private static List<BookingDomainEvent> confirmed(
            SeatLedger ledger, AttendanceId attendance, PersonDetails said, ShownWish shown, Instant now) {
        var confirmed = ledger.confirm(attendance, now);
        var isStill = ledger.seat(attendance)
                .filter(seat -> shown.isStill(said, seat.choices()))
                .isPresent();
        if (!confirmed.isEmpty() && !isStill) {
            throw ChangedMeanwhile.at(attendance);
        }
        return confirmed;
    }

    private OwnBooking adopted(OwnBooking own) {
        var attendance = own.booking().attendance();
        var owner = people.adopt(
                own.owner().id(),
                attendance,
                own.owner().saidAt(attendance),
                own.booking().since());
        return new OwnBooking(own.booking(), owner, own.here());
    }

    public Optional<OwnBooking> accept(AttendanceId attendance, Instant now) {
        return pressed(attendance, ledger -> ledger.accept(attendance, now));
    }

    /**
     * Who is pressed in at the door in the same moment is not here after all: they have said that they don't come.
     *
     * @throws AlreadyHere for somebody who is checked in: nobody else may get the place they sit on
     */
    public Optional<OwnBooking> cancel(AttendanceId attendance, CancelReason reason, Instant now) {
        return giveUp(attendance, () -> pressed(attendance, ledger -> ledger.cancel(attendance, reason, now)), now);
    }

    /**
     * {@link #cancel The same} by an organiser, for somebody who told them.
     *
     * @throws AlreadyHere for somebody who is checked in
     * @throws BookingClosed if the event is over or was called off
     */
    public Optional<OwnBooking> cancelFor(AttendanceId attendance, Instant now) {
        return giveUp(attendance, () -> change(attendance, ledger -> ledger.cancelFor(attendance, now)), now);
    }

    /**
     * An organiser offers a place that is left to somebody in line.
     *
     * @throws BookingClosed if the event has begun, is over or was called off
     * @throws NoPlaceLeft if no place is left
     */
    public Optional<OwnBooking> offerTo(AttendanceId attendance, Instant now) {
        return change(attendance, ledger -> ledger.offer(attendance, now));
    }

    private Optional<OwnBooking> giveUp(AttendanceId attendance, Supplier<Optional<OwnBooking>> step, Instant now) {
        if (arrivals.isHere(attendance)) {
            throw AlreadyHere.with(attendance);
        }
        var own = step.get();
        own.map(OwnBooking::booking)
                .filter(booking -> booking.standing().isGone())
                .ifPresent(booking -> arrivals.leave(attendance, booking.card().event(), now));
        return own;
    }

    /** Whether to be on the who-was-there list. */
    public Optional<OwnBooking> choose(AttendanceId attendance, boolean listed) {
        return pressed(attendance, ledger -> ledger.choose(attendance, listed));
    }

    private Optional<OwnBooking> change(
            AttendanceId attendance, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return with(attendance, (owner, event) -> ledgers.change(event, decision));
    }

    /** Whoever presses has read what was mailed to them: that the address is theirs is written down before what they pressed. */
    private Optional<OwnBooking> pressed(
            AttendanceId attendance, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return with(attendance, (owner, event) -> {
            people.noteUse(owner);
            return ledgers.change(event, decision);
        });
    }

    private Optional<OwnBooking> with(
            AttendanceId attendance, BiFunction<Person, EventId, Optional<SeatLedger>> ledger) {
        return people.personOf(attendance)
                .flatMap(owner -> owner.eventOf(attendance)
                        .flatMap(event -> ledger.apply(owner, event))
                        .flatMap(after -> after.booking(attendance))
                        .map(booking -> new OwnBooking(booking, owner, arrivals.isHere(attendance))));
    }
}
