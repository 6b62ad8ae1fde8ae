package org.natter.attendee.booking;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.UnknownEvent;

/**
 * Keeps a place for somebody who asked and has the confirming letter written; somebody who asked before gets their
 * details again. The caller learns nothing but that it is done, so nobody learns who is booked.
 */
public final class AskingForPlaces {

    private final SeatLedgers ledgers;
    private final People people;
    private final ForgettingWishes wishes;
    private final DoorCodes codes;
    private final BookingLetters letters;

    public AskingForPlaces(
            SeatLedgers ledgers, People people, ForgettingWishes wishes, DoorCodes codes, BookingLetters letters) {
        this.ledgers = ledgers;
        this.people = people;
        this.wishes = wishes;
        this.codes = codes;
        this.letters = letters;
    }

    /**
     * Repeatable after a crash at any step: each one finds what the last attempt left.
     *
     * @throws UnknownEvent if booking never opened for this event
     * @throws BookingClosed if it has begun, is over or was called off
     */
    public void ask(AskForPlace wish) {
        var event = wish.event();
        var ledger = ledgers.find(event).orElseThrow(() -> UnknownEvent.withId(event));
        if (!ledger.isOpen(wish.at())) {
            throw BookingClosed.forEvent(event);
        }
        try {
            keepPlace(wish);
        } catch (WishIsForgotten old) { // that is finished now, and this is a new one
            wishes.forget(old.attendance());
            ask(wish);
        }
    }

    private void keepPlace(AskForPlace wish) {
        var event = wish.event();
        var person = people.withAttendance(wish.address(), wish.details(), event, AttendanceId.random());
        var attendance = person.attendanceAt(event).orElseThrow();
        var booking = ledgers.change(event, ledger -> ledger.ask(attendance, wish.choices(), wish.at()))
                .flatMap(ledger -> ledger.booking(attendance))
                .orElseThrow(() -> UnknownEvent.withId(event));
        codes.note(attendance);
        if (booking.status() == BookingStatus.UNCONFIRMED) {
            people.propose(person.id(), attendance, wish.details());
            letters.confirm(person.id(), booking, wish.key(), wish.at());
        } else {
            letters.again(person.id(), booking, wish.key(), wish.at());
        }
    }
}
