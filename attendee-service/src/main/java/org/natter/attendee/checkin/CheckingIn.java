package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.DoorCode;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
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
        var meant = meant(press);
        var ledger = ledgers.change(press.event(), seats -> admit(seats, meant, press))
                .orElseThrow(() -> UnknownEvent.withId(press.event()));
        var seat = seat(meant, ledger);
        if (seat.isEmpty()) {
            var isOfAnotherEvent =
                    meant.stream().anyMatch(other -> people.eventOf(other).isPresent());
            return answer(ledger, isOfAnotherEvent ? DoorResult.OTHER_EVENT : DoorResult.NOT_FOUND);
        }
        var attendance = seat.get().attendance();
        var standing = resultOf(ledger, seat.get());
        return standing == DoorResult.WELCOME
                ? arrive(press.event(), attendance, press.arrival())
                : answer(
                        ledger,
                        seat.get(),
                        isTakenBack(attendance, press.arrival()) ? DoorResult.UNDONE : standing,
                        checkIns.find(attendance));
    }

    /**
     * Not here after all; both facts are kept. Whoever was let in without a booking loses the place with it, unless they were
     * let in once more in the same moment. Empty if this attendance is not of this event.
     */
    public Optional<DoorAnswer> undo(EventId event, AttendanceId attendance, Instant at) {
        var ledger = ledger(event);
        return ledger.seat(attendance).map(seat -> {
            var after = checkIns.find(attendance)
                    .map(found -> checkIns.change(attendance, event, checkIn -> checkIn.undo(at)));
            var seats = ledgers.change(event, now -> now.takeAdmissionBack(attendance, at))
                    .orElse(ledger);
            var again = checkIns.find(attendance).flatMap(CheckIn::here);
            if (again.isPresent()) {
                seats = ledgers.change(event, now -> now.admitOverLimit(attendance, seat.choices(), at))
                        .orElse(seats);
            }
            return answer(seats, seats.seat(attendance).orElse(seat), DoorResult.UNDONE, after);
        });
    }

    /** Whether this very press let somebody in and was taken back: a late copy of it lets nobody in. */
    boolean isTakenBack(AttendanceId attendance, Arrival arrival) {
        return checkIns.find(attendance)
                .filter(checkIn -> checkIn.isTakenBack(arrival.id()))
                .isPresent();
    }

    /**
     * Notes the arrival of an attendance that has a place, however it got it. The seats are looked at once it is noted:
     * what is answered is how they stand then.
     */
    DoorAnswer arrive(EventId event, AttendanceId attendance, Arrival arrival) {
        var person = people.personOf(attendance);
        var reachable = person.flatMap(Person::mailbox).isPresent();
        var wasHere = new AtomicBoolean();
        var copy = new AtomicBoolean();
        var after = checkIns.change(attendance, event, checkIn -> {
            wasHere.set(checkIn.here().isPresent());
            copy.set(checkIn.isTakenBack(arrival.id()));
            return checkIn.arrive(arrival, reachable);
        });
        var ledger = ledger(event);
        var seat = ledger.seat(attendance).orElseThrow(() -> UnknownEvent.withId(event));
        var standing = resultOf(ledger, seat);
        if (standing != DoorResult.WELCOME) {
            var left = checkIns.change(attendance, event, checkIn -> notHere(ledger, checkIn, arrival, wasHere.get()));
            return answer(ledger, seat, person, copy.get() ? DoorResult.UNDONE : standing, Optional.of(left));
        }
        return answer(ledger, seat, person, resultOf(after, arrival), Optional.of(after));
    }

    /**
     * Cancelled or called off in the same moment: nobody comes in by this press. Without a place nobody is here, whoever
     * pressed; who was here when it was called off stays.
     */
    private static List<CheckInDomainEvent> notHere(
            SeatLedger ledger, CheckIn checkIn, Arrival arrival, boolean wasHere) {
        if (ledger.state() != LedgerState.CALLED_OFF) {
            return checkIn.undo(arrival.at());
        }
        return wasHere ? List.of() : checkIn.takeBack(arrival);
    }

    /** Lets in whoever has no place, if that was pressed and there is room or was pressed again; nobody once called off. */
    private List<BookingDomainEvent> admit(SeatLedger seats, Set<AttendanceId> meant, PressAtTheDoor press) {
        return seat(meant, seats)
                .filter(seat -> seats.state() != LedgerState.CALLED_OFF)
                .filter(seat -> press.overLimit() || press.letIn() && seats.hasRoomFor(seat.attendance()))
                .filter(seat -> !isTakenBack(seat.attendance(), press.arrival()))
                .map(seat -> seats.admitOverLimit(
                        seat.attendance(), seat.choices(), press.arrival().at()))
                .orElse(List.of());
    }

    private SeatLedger ledger(EventId event) {
        return ledgers.find(event).orElseThrow(() -> UnknownEvent.withId(event));
    }

    /** Whoever has the code, at whatever event, or the attendance that was pressed. */
    private Set<AttendanceId> meant(PressAtTheDoor press) {
        var code = press.code();
        if (code == null) {
            return Stream.ofNullable(press.attendance()).collect(Collectors.toSet());
        }
        var noted = codes.whose(code);
        return noted.isEmpty() ? reckoned(code, press.event()) : noted;
    }

    /** Of a walk-in whose press broke off before their code was noted. */
    private Set<AttendanceId> reckoned(DoorCode code, EventId event) {
        return ledger(event).seats().stream()
                .map(Seat::attendance)
                .filter(attendance -> DoorCode.of(attendance).equals(code))
                .collect(Collectors.toSet());
    }

    /** The one of them who has a line at this event. */
    private static Optional<Seat> seat(Set<AttendanceId> meant, SeatLedger ledger) {
        return meant.stream().flatMap(one -> ledger.seat(one).stream()).findFirst();
    }

    private static DoorResult resultOf(CheckIn checkIn, Arrival arrival) {
        if (checkIn.isBy(arrival.id())) {
            return DoorResult.WELCOME;
        }
        return checkIn.here().isPresent() ? DoorResult.ALREADY_IN : DoorResult.UNDONE;
    }

    private static DoorResult resultOf(SeatLedger ledger, Seat seat) {
        if (ledger.state() == LedgerState.CALLED_OFF) {
            return DoorResult.CANCELLED;
        }
        return switch (seat.standing()) {
            case BOOKED -> DoorResult.WELCOME;
            case WAITING, OFFERED -> DoorResult.WAITING;
            case CANCELLED, TAKEN_OFF, LAPSED, LET_GO, FORGOTTEN -> DoorResult.CANCELLED;
            case HELD, ASKED -> DoorResult.NOT_CONFIRMED;
        };
    }

    private DoorAnswer answer(SeatLedger ledger, DoorResult result) {
        return new DoorAnswer(
                result,
                null,
                null,
                null,
                null,
                false,
                checkIns.here(ledger.card().event()),
                ledger.free() > 0);
    }

    private DoorAnswer answer(SeatLedger ledger, Seat seat, DoorResult result, Optional<CheckIn> checkIn) {
        return answer(ledger, seat, people.personOf(seat.attendance()), result, checkIn);
    }

    private DoorAnswer answer(
            SeatLedger ledger, Seat seat, Optional<Person> person, DoorResult result, Optional<CheckIn> checkIn) {
        var arrival = checkIn.flatMap(CheckIn::here);
        return new DoorAnswer(
                result,
                seat.attendance(),
                person.map(known -> known.saidAt(seat.attendance()).name()).orElse(null),
                arrival.map(Arrival::at).orElse(null),
                arrival.map(Arrival::helper).orElse(null),
                seat.choices().newcomer(),
                checkIns.here(ledger.card().event()),
                ledger.hasRoomFor(seat.attendance()));
    }
}
