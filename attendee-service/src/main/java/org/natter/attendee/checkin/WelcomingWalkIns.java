package org.natter.attendee.checkin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.DoorCodes;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.booking.UnknownEvent;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;

/**
 * Lets in somebody who is not on the list. The same press twice is one walk-in; an address that is on the list after all
 * checks its booking in.
 */
public final class WelcomingWalkIns {

    private static final int ID_BYTES = 16;

    private final SeatLedgers ledgers;
    private final People people;
    private final DoorCodes codes;
    private final CheckingIn door;

    public WelcomingWalkIns(SeatLedgers ledgers, People people, DoorCodes codes, CheckingIn door) {
        this.ledgers = ledgers;
        this.people = people;
        this.codes = codes;
        this.door = door;
    }

    /**
     * @throws UnknownEvent if booking never opened for this event
     * @throws BookingClosed if it was called off
     * @throws RoomIsFull if no place is free and the helper has not pressed a second time
     */
    public DoorAnswer welcome(WalkIn walkIn) {
        EventId event = walkIn.event();
        SeatLedger ledger = ledgers.find(event).orElseThrow(() -> UnknownEvent.withId(event));
        if (ledger.state() == LedgerState.CALLED_OFF) {
            throw BookingClosed.forEvent(event);
        }
        Person person = personOf(walkIn);
        AttendanceId attendance = people.attendanceOf(person.id(), event);
        boolean hasPlace = ledger.seat(attendance)
                .filter(seat -> seat.standing().takesPlace())
                .isPresent();
        if (!hasPlace && !walkIn.overLimit() && ledger.free() == 0) {
            throw RoomIsFull.atEvent(event);
        }
        codes.note(attendance, event);
        SeatLedger after = ledgers.change(
                        event,
                        seats -> seats.admit(
                                attendance, walkIn.choices(), walkIn.arrival().at()))
                .orElseThrow(() -> UnknownEvent.withId(event));
        return door.arrive(after, attendance, walkIn.arrival());
    }

    private Person personOf(WalkIn walkIn) {
        EmailAddress address = walkIn.address();
        return address == null
                ? people.withoutAddress(
                        personFor(walkIn.event(), walkIn.arrival().id()), walkIn.details())
                : people.withAddress(address, walkIn.details());
    }

    /** Computed from the press, so that the same press finds the same nameless person. */
    private static PersonId personFor(EventId event, CheckInId press) {
        byte[] text = ("walk-in\0" + event + "\0" + press).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return new PersonId(HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
