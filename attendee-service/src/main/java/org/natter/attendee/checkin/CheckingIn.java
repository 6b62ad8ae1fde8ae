package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.Standing;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.UnknownEvent;

/**
 * Checks people in at the door and takes it back. The same press twice is one check-in with the same answer; two helpers
 * and one guest are one check-in, the second sees who and when. Whoever left no address counts and cannot be asked.
 */
public final class CheckingIn {

    private final SeatLedgers ledgers;
    private final CheckIns checkIns;
    private final DoorCodes codes;
    private final People people;

    public CheckingIn(SeatLedgers ledgers, CheckIns checkIns, DoorCodes codes, People people) {
        this.ledgers = ledgers;
        this.checkIns = checkIns;
        this.codes = codes;
        this.people = people;
    }

    /** @throws UnknownEvent if booking never opened for this event */
    public DoorAnswer press(PressAtTheDoor press) {
        SeatLedger ledger = ledger(press.event());
        Optional<Seat> seat = attendance(press, ledger).flatMap(ledger::seat);
        if (seat.isEmpty()) {
            return answer(ledger, isOfAnotherEvent(press) ? DoorResult.OTHER_EVENT : DoorResult.NOT_FOUND);
        }
        AttendanceId attendance = seat.get().attendance();
        DoorResult standing = resultOf(ledger, seat.get());
        boolean called = ledger.state() == LedgerState.CALLED_OFF;
        if (standing != DoorResult.WELCOME && (called || !press.letIn())) {
            return answer(ledger, seat.get(), standing, checkIns.find(attendance));
        }
        return arrive(admit(ledger, seat.get(), press.arrival().at()), attendance, press.arrival());
    }

    /** Not here after all; both facts are kept. Empty if this attendance is not of this event. */
    public Optional<DoorAnswer> undo(EventId event, AttendanceId attendance, Instant at) {
        SeatLedger ledger = ledger(event);
        return ledger.seat(attendance).map(seat -> {
            Optional<CheckIn> after = checkIns.find(attendance)
                    .map(found -> checkIns.change(attendance, event, checkIn -> checkIn.undo(at)));
            return answer(ledger, seat, resultOf(ledger, seat), after);
        });
    }

    /** Notes the arrival of an attendance that has a place, however it got it. */
    DoorAnswer arrive(SeatLedger ledger, AttendanceId attendance, Arrival arrival) {
        EventId event = ledger.card().event();
        Optional<Person> person = people.personOf(attendance);
        boolean reachable = person.flatMap(Person::mailbox).isPresent();
        CheckIn after = checkIns.change(attendance, event, checkIn -> checkIn.arrive(arrival, reachable));
        DoorResult result = after.isBy(arrival.id()) ? DoorResult.WELCOME : DoorResult.ALREADY_IN;
        Seat seat = ledger.seat(attendance).orElseThrow(() -> UnknownEvent.withId(event));
        return answer(ledger, seat, person, result, Optional.of(after));
    }

    private SeatLedger admit(SeatLedger ledger, Seat seat, Instant at) {
        if (seat.standing() == Standing.BOOKED) {
            return ledger;
        }
        EventId event = ledger.card().event();
        return ledgers.change(event, seats -> seats.admitOverLimit(seat.attendance(), seat.choices(), at))
                .orElseThrow(() -> UnknownEvent.withId(event));
    }

    private SeatLedger ledger(EventId event) {
        return ledgers.find(event).orElseThrow(() -> UnknownEvent.withId(event));
    }

    private Optional<AttendanceId> attendance(PressAtTheDoor press, SeatLedger ledger) {
        DoorCode code = press.code();
        if (code == null) {
            return Optional.ofNullable(press.attendance());
        }
        return ledger.seats().stream()
                .map(Seat::attendance)
                .filter(attendance -> DoorCode.of(attendance).equals(code))
                .findFirst();
    }

    private boolean isOfAnotherEvent(PressAtTheDoor press) {
        DoorCode code = press.code();
        AttendanceId attendance = press.attendance();
        if (code != null) {
            return !codes.behind(code).isEmpty();
        }
        return attendance != null && people.eventOf(attendance).isPresent();
    }

    private static DoorResult resultOf(SeatLedger ledger, Seat seat) {
        if (ledger.state() == LedgerState.CALLED_OFF) {
            return DoorResult.CANCELLED;
        }
        return switch (seat.standing()) {
            case BOOKED -> DoorResult.WELCOME;
            case WAITING, OFFERED -> DoorResult.WAITING;
            case CANCELLED, LAPSED, LET_GO -> DoorResult.CANCELLED;
            case HELD, ASKED -> DoorResult.NOT_CONFIRMED;
        };
    }

    private DoorAnswer answer(SeatLedger ledger, DoorResult result) {
        return new DoorAnswer(result, null, null, null, null, false, here(ledger), ledger.free() > 0);
    }

    private DoorAnswer answer(SeatLedger ledger, Seat seat, DoorResult result, Optional<CheckIn> checkIn) {
        return answer(ledger, seat, people.personOf(seat.attendance()), result, checkIn);
    }

    private DoorAnswer answer(
            SeatLedger ledger, Seat seat, Optional<Person> person, DoorResult result, Optional<CheckIn> checkIn) {
        Optional<Arrival> arrival = checkIn.flatMap(CheckIn::here);
        return new DoorAnswer(
                result,
                seat.attendance(),
                person.map(Person::name).orElse(null),
                arrival.map(Arrival::at).orElse(null),
                arrival.map(Arrival::helper).orElse(null),
                seat.choices().newcomer(),
                here(ledger),
                ledger.free() > 0);
    }

    private int here(SeatLedger ledger) {
        Collection<AttendanceId> all =
                ledger.seats().stream().map(Seat::attendance).toList();
        return (int) checkIns.find(all).values().stream()
                .filter(checkIn -> checkIn.here().isPresent())
                .count();
    }
}
