package org.natter.attendee.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Sector;

/**
 * One attendance's line in a seat ledger.
 *
 * @param since when the present standing began
 * @param until when a hold or an offer ends; absent without one
 * @param was what it was before it was over; absent until then, and where nobody noted it
 * @param turns how often a place was given back or taken again; absent before the first time
 * @param before the line of whoever was let in at the door on it, as it stood then; absent where there was none
 */
public record Seat(
        AttendanceId attendance,
        SeatStanding standing,
        BookingChoices choices,
        boolean walkIn,
        Instant since,
        @Nullable Instant until,
        @Nullable SeatStanding was,
        @Nullable Integer turns,
        @Nullable Seat before) {

    private static final Duration WISH_KEPT = Duration.ofHours(24);
    private static final Duration ID_KEPT = Duration.ofHours(1);
    private static final BookingChoices NONE = new BookingChoices(Sector.NOT_SAID, false, false);

    static Seat asked(
            AttendanceId attendance, BookingChoices choices, SeatStanding standing, Instant at, Instant until) {
        return new Seat(attendance, standing, choices, false, at, until, null, null, null);
    }

    static Seat walkIn(AttendanceId attendance, BookingChoices choices, Instant at) {
        return new Seat(attendance, SeatStanding.BOOKED, choices, true, at, null, null, null, null);
    }

    Seat booked(Instant at) {
        return new Seat(attendance, SeatStanding.BOOKED, choices, walkIn, at, null, null, takenAgain(), null);
    }

    /** Let in at the door; what stood until then is kept, in case that is taken back. */
    Seat admitted(Instant at) {
        return new Seat(attendance, SeatStanding.BOOKED, choices, true, at, null, null, takenAgain(), this);
    }

    /** Whether the place is theirs only since they were let in at the door. */
    boolean isAdmitted() {
        return walkIn && is(SeatStanding.BOOKED);
    }

    /**
     * They were not let in after all: it stands as before, or as it would by now, with what they chose since. Whoever had
     * nothing before has nothing.
     */
    Seat notAdmitted(Instant at) {
        if (before == null) {
            return new Seat(attendance, SeatStanding.CANCELLED, choices, true, at, null, null, turned() + 1, null);
        }
        var line = before.after(this).withChoices(choices);
        return line.isOverBy(at) ? line.lapsed(at) : line;
    }

    /** A hold or an offer whose time is over. */
    Seat lapsed(Instant at) {
        return over(is(SeatStanding.OFFERED) ? SeatStanding.LAPSED : SeatStanding.LET_GO, at);
    }

    Seat offered(Instant at, Instant end) {
        return new Seat(attendance, SeatStanding.OFFERED, choices, false, at, end, null, turns, null);
    }

    Seat waiting(Instant at) {
        return new Seat(attendance, SeatStanding.WAITING, choices, false, at, null, null, turns, null);
    }

    /** It is over, and what it was decides the words about it. */
    Seat over(SeatStanding end, Instant at) {
        var given = is(SeatStanding.BOOKED) ? Integer.valueOf(turned() + 1) : turns;
        return new Seat(attendance, end, choices, walkIn, at, null, standing, given, null);
    }

    /** What was chosen is gone; what was typed is to go at once. */
    Seat forgotten(Instant at) {
        return new Seat(attendance, SeatStanding.FORGOTTEN, NONE, false, at, at, null, null, null);
    }

    /** Nothing is left but the id. */
    Seat kept() {
        return new Seat(attendance, standing, choices, walkIn, since, since.plus(ID_KEPT), was, turns, before);
    }

    Seat withChoices(BookingChoices newest) {
        return new Seat(attendance, standing, newest, walkIn, since, until, was, turns, before);
    }

    Seat withListed(boolean listed) {
        return new Seat(attendance, standing, choices.withListed(listed), walkIn, since, until, was, turns, before);
    }

    /** The same line after an earlier one of the same attendance: what was given back and taken again goes on counting. */
    Seat after(Seat earlier) {
        return new Seat(attendance, standing, choices, walkIn, since, until, was, earlier.turns, before);
    }

    /** How often a place was given back or taken again: whoever keeps it in a calendar needs a rising number. */
    int turned() {
        return turns == null ? 0 : turns;
    }

    private @Nullable Integer takenAgain() {
        return turns == null ? null : Integer.valueOf(turns + 1);
    }

    /** A hold or an offer ends at this moment at the latest. */
    Seat endingBy(Instant latest) {
        return until == null || !until.isAfter(latest) || is(SeatStanding.FORGOTTEN)
                ? this
                : new Seat(attendance, standing, choices, walkIn, since, latest, was, turns, before);
    }

    boolean is(SeatStanding expected) {
        return standing == expected;
    }

    /** When something is to happen by itself: a hold or an offer ends, a wish that was let go is forgotten. */
    Optional<Instant> nextEnd() {
        return is(SeatStanding.LET_GO) ? Optional.of(since.plus(WISH_KEPT)) : Optional.ofNullable(until);
    }

    /** Whether a wish was let go long enough ago. */
    boolean isToForget(Instant now) {
        return is(SeatStanding.LET_GO) && !since.plus(WISH_KEPT).isAfter(now);
    }

    boolean isForgottenWishOf(AttendanceId other) {
        return is(SeatStanding.FORGOTTEN) && attendance.equals(other);
    }

    /** Whether nobody can have a forgotten wish in hand any more. */
    boolean isOutOfMind(Instant now) {
        return is(SeatStanding.FORGOTTEN) && !since.plus(ID_KEPT).isAfter(now);
    }

    boolean isOverBy(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
