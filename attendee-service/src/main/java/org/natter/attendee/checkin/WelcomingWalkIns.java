package org.natter.attendee.checkin;

import java.util.List;
import java.util.Optional;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.booking.ForgettingWishes;
import org.natter.attendee.booking.RoomIsFull;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.WishIsForgotten;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.NamedAttendance;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.UnknownEvent;

/**
 * Lets in somebody who is not on the list. The same press twice is one walk-in; an address that is on the list after all
 * checks its booking in.
 *
 * <p>The ledger decides first, in its own write; only then a name, an address or a code is kept. So nobody who was refused
 * leaves anything behind, and a press repeated after a crash finishes what it began.
 */
public final class WelcomingWalkIns {

    private final SeatLedgers ledgers;
    private final People people;
    private final ForgettingWishes wishes;
    private final DoorCodes codes;
    private final CheckingIn door;

    public WelcomingWalkIns(
            SeatLedgers ledgers, People people, ForgettingWishes wishes, DoorCodes codes, CheckingIn door) {
        this.ledgers = ledgers;
        this.people = people;
        this.wishes = wishes;
        this.codes = codes;
        this.door = door;
    }

    /**
     * @throws UnknownEvent if booking never opened for this event
     * @throws BookingClosed if it was called off
     * @throws RoomIsFull if no place is free and the helper has not pressed a second time
     */
    public DoorAnswer welcome(WalkIn walkIn) {
        var event = walkIn.event();
        var attendance = known(walkIn).orElse(walkIn.attendance());
        if (door.isTakenBack(attendance, walkIn.arrival())) {
            return door.arrive(event, attendance, walkIn.arrival());
        }
        var begun = begunElsewhere(walkIn, attendance);
        try {
            ledgers.change(event, seats -> admit(seats, begun, attendance, walkIn))
                    .orElseThrow(() -> UnknownEvent.withId(event));
        } catch (WishIsForgotten old) { // that is finished now, and they come as somebody new
            wishes.forget(old.attendance());
            return welcome(walkIn);
        }
        var kept = keep(walkIn, attendance).attendanceAt(event).orElseThrow();
        if (!kept.equals(attendance)) { // their own booking came in between: that is the line they have
            return welcome(walkIn);
        }
        codes.note(attendance);
        return door.arrive(event, attendance, walkIn.arrival());
    }

    /** A seat that this press took before the line was known goes there, in the same write; else room is decided. */
    private static List<BookingDomainEvent> admit(
            SeatLedger seats, Optional<AttendanceId> begun, AttendanceId attendance, WalkIn walkIn) {
        var at = walkIn.arrival().at();
        var moved = begun.map(from -> seats.moveWalkIn(from, attendance, at)).orElse(List.of());
        if (!moved.isEmpty()) {
            return moved;
        }
        return walkIn.overLimit()
                ? seats.admitOverLimit(attendance, walkIn.choices(), at)
                : seats.admit(attendance, walkIn.choices(), at);
    }

    /** The attendance under which this press may have taken a seat for nobody yet, if it is another one. */
    private Optional<AttendanceId> begunElsewhere(WalkIn walkIn, AttendanceId attendance) {
        return Optional.of(walkIn.attendance())
                .filter(first -> !first.equals(attendance))
                .filter(first -> people.personOf(first).isEmpty());
    }

    private Optional<AttendanceId> known(WalkIn walkIn) {
        var theirs = atTheirAddress(walkIn);
        return theirs.stream()
                .filter(named -> named.isNamedLike(walkIn.details()))
                .findFirst()
                .or(() -> walkIn.lent() ? Optional.empty() : theirs.stream().findFirst())
                .map(NamedAttendance::attendance);
    }

    /** Everybody who has ever asked for a place at the event with this address. */
    private List<NamedAttendance> atTheirAddress(WalkIn walkIn) {
        return Optional.ofNullable(walkIn.address()).map(people::atAddress).orElse(List.of()).stream()
                .flatMap(person -> person
                        .attendanceAt(walkIn.event())
                        .map(attendance -> NamedAttendance.of(attendance, walkIn.event(), person))
                        .stream())
                .toList();
    }

    /** The person with an attendance at the event: this one, unless they have another. */
    private Person keep(WalkIn walkIn, AttendanceId attendance) {
        var address = walkIn.address();
        return people.personOf(attendance)
                .orElseGet(() -> address == null ? nameless(walkIn, attendance) : named(walkIn, address, attendance));
    }

    /** A colleague at a shared address, whose own name is another, is somebody beside. */
    private Person named(WalkIn walkIn, EmailAddress address, AttendanceId attendance) {
        return walkIn.lent() && !atTheirAddress(walkIn).isEmpty()
                ? people.withAttendanceBeside(address, walkIn.details(), walkIn.event(), attendance)
                : people.withAttendance(address, walkIn.details(), walkIn.event(), attendance);
    }

    private Person nameless(WalkIn walkIn, AttendanceId attendance) {
        return people.withoutAddress(walkIn.nameless(), walkIn.details(), walkIn.event(), attendance);
    }
}
