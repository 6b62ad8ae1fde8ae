package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownEvent;

/**
 * Keeps a place for somebody who asked and has the confirming letter written; somebody who asked before gets their
 * details again, and a colleague at the same address a place and a link of their own. The
 * caller learns whether there was room, which is the same for everybody, so nobody learns who is booked.
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
     * Tells whether there was room for somebody new in the moment of asking, which is the same for everybody.
     *
     * <p>The ledger decides first, in its own write; only then a name, an address or a code is kept. So nobody who was
     * refused leaves anything behind, and a crash leaves at most a line that is nobody's and lapses like any other.
     *
     * @throws UnknownEvent if booking never opened for this event
     * @throws BookingClosed if it has begun, is over or was called off
     */
    public boolean ask(AskForPlace wish) {
        return ask(wish, this::write);
    }

    /**
     * The same for somebody who asked an organiser: their word counts for the button, so whoever asks has the place at once,
     * or is in line, or takes what was on offer. What is mailed follows from that. The same wish again is answered as before,
     * and mails nobody twice.
     *
     * @param first when this wish came first: what has come of it is no booking from before
     * @throws UnknownEvent if booking never opened for this event
     * @throws BookingClosed if it has begun, is over or was called off
     */
    public boolean add(AskForPlace wish, Instant first) {
        ledgers.change(wish.event(), ledger -> ledger.sweep(wish.at())); // a hold that is over is no wish to confirm
        return cameOf(wish, first)
                .orElseGet(() -> ask(
                        wish,
                        (person, booking, same, askedBefore, room) -> isOf(first, booking)
                                ? Optional.of(hasAPlace(booking))
                                : confirm(person, booking, same, askedBefore, room)));
    }

    /** What a wish from before came to, or was given up since: whether that was a place. */
    private Optional<Boolean> cameOf(AskForPlace wish, Instant first) {
        return asker(wish)
                .known()
                .flatMap(person -> person.attendanceAt(wish.event()))
                .flatMap(attendance -> booking(wish.event(), attendance))
                .filter(booking -> isOf(first, booking) || isGivenUpSince(first, booking))
                .map(AskingForPlaces::hasAPlace);
    }

    private boolean ask(AskForPlace wish, Kept then) {
        var event = wish.event();
        var asker = asker(wish);
        var known = asker.known().flatMap(person -> person.attendanceAt(event));
        var attendance = known.orElseGet(AttendanceId::random);
        var room = new AtomicBoolean();
        try {
            var booking = ledgers.change(event, ledger -> {
                        room.set(ledger.freeForNewcomers() > 0);
                        return ledger.ask(attendance, wish.choices(), wish.kept(), wish.at());
                    })
                    .flatMap(ledger -> ledger.booking(attendance))
                    .orElseThrow(() -> UnknownEvent.withId(event));
            var person = asker.beside()
                    ? people.withWishBeside(wish.address(), wish.details(), event, attendance)
                    : people.withWish(wish.address(), wish.details(), event, attendance);
            if (person.attendances().containsValue(attendance)) {
                return then.go(person.id(), booking, wish, known.isPresent(), room.get())
                        .orElseGet(() -> ask(wish, then));
            } else { // they asked twice in the same moment: the other line is theirs, this one nobody's
                ledgers.change(event, ledger -> ledger.withdraw(attendance, wish.at()));
                return ask(wish, then);
            }
        } catch (WishIsForgotten old) { // that is finished now, and this is a new one
            wishes.forget(old.attendance());
            return ask(wish, then);
        }
    }

    /**
     * Who asks, since an address alone does not say it: whoever has this name at the address; else, once a booking there was
     * confirmed for this event in another name, a colleague who shares it; else whose address it is, who may correct what
     * nobody has confirmed yet.
     */
    private Asker asker(AskForPlace wish) {
        var event = wish.event();
        var there = people.atAddress(wish.address());
        var named = there.stream()
                .filter(person -> person.attendanceAt(event)
                        .filter(attendance -> person.saidAt(attendance).isNamedLike(wish.details()))
                        .isPresent())
                .findFirst()
                .or(() -> there.stream()
                        .skip(1)
                        .filter(person -> person.details().isNamedLike(wish.details()))
                        .findFirst());
        var first = there.stream().findFirst();
        if (named.isPresent()) {
            return new Asker(named, !named.equals(first));
        }
        var taken = first.flatMap(person -> person.attendanceAt(event))
                .flatMap(attendance -> booking(event, attendance))
                .filter(Booking::isConfirmed)
                .isPresent();
        return taken ? new Asker(Optional.empty(), true) : new Asker(first, false);
    }

    /** @param beside whether it is somebody who shares the address of somebody else */
    private record Asker(Optional<Person> known, boolean beside) {}

    /** What follows once a wish is kept with whose it is. */
    private interface Kept {

        /**
         * @param askedBefore what is new was proposed with the attendance
         * @param room whether there was room for somebody new
         * @return what is said of the room; empty if it came to stand otherwise in this very moment, so that it is asked once more
         */
        Optional<Boolean> go(PersonId person, Booking booking, AskForPlace wish, boolean askedBefore, boolean room);
    }

    private Optional<Boolean> write(
            PersonId person, Booking booking, AskForPlace wish, boolean askedBefore, boolean room) {
        var attendance = booking.attendance();
        codes.note(attendance);
        if (booking.status() != BookingStatus.UNCONFIRMED) {
            letters.again(person, booking, wish.key(), wish.at());
            return Optional.of(room);
        }
        if (!isProposed(person, booking, wish, askedBefore)) {
            return Optional.empty();
        }
        letters.confirm(person, booking, wish.key(), wish.at());
        return Optional.of(room);
    }

    /** Whether it was booked, or put in line, by a wish that came first then, so that its owner is told already. */
    private static boolean isOf(Instant first, Booking booking) {
        return booking.isConfirmed() && !booking.since().isBefore(first);
    }

    /** Whether somebody decided otherwise since then; a hold that ran out is nobody's word. */
    private static boolean isGivenUpSince(Instant first, Booking booking) {
        return booking.standing().isGone()
                && booking.standing() != SeatStanding.LET_GO
                && booking.since().isAfter(first);
    }

    /** Whether it is a place, or was one until it was given up. */
    private static boolean hasAPlace(Booking booking) {
        return booking.status() == BookingStatus.BOOKED || booking.was() == SeatStanding.BOOKED;
    }

    private Optional<Boolean> confirm(
            PersonId person, Booking booking, AskForPlace wish, boolean askedBefore, boolean room) {
        var attendance = booking.attendance();
        codes.note(attendance);
        if (booking.status() == BookingStatus.BOOKED || booking.status() == BookingStatus.WAITING) {
            letters.again(person, booking, wish.key(), wish.at());
            return Optional.of(room);
        }
        if (booking.status() == BookingStatus.OFFERED) {
            ledgers.change(wish.event(), ledger -> ledger.accept(attendance, wish.at()));
            return Optional.of(room);
        }
        if (!isProposed(person, booking, wish, askedBefore)) {
            return Optional.empty();
        }
        return ledgers.change(wish.event(), ledger -> ledger.confirm(attendance, wish.at()))
                .flatMap(ledger -> ledger.booking(attendance))
                .filter(Booking::isConfirmed)
                .map(confirmed -> room);
    }

    /** False if its owner confirmed in this very moment: nothing is put in the place of what they have seen. */
    private boolean isProposed(PersonId person, Booking booking, AskForPlace wish, boolean askedBefore) {
        return !askedBefore
                || people.propose(person, booking.attendance(), wish.details(), booking.since())
                || isUnconfirmed(wish.event(), booking.attendance());
    }

    private boolean isUnconfirmed(EventId event, AttendanceId attendance) {
        return booking(event, attendance)
                .filter(booking -> booking.status() == BookingStatus.UNCONFIRMED)
                .isPresent();
    }

    private Optional<Booking> booking(EventId event, AttendanceId attendance) {
        return ledgers.find(event).flatMap(ledger -> ledger.booking(attendance));
    }
}
