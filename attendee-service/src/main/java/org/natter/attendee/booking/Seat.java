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
 */
public record Seat(
        AttendanceId attendance,
        SeatStanding standing,
        BookingChoices choices,
        boolean walkIn,
        Instant since,
        @Nullable Instant until) {

    private static final Duration WISH_KEPT = Duration.ofHours(24);
    private static final Duration ID_KEPT = Duration.ofHours(1);
    private static final BookingChoices NONE = new BookingChoices(Sector.NOT_SAID, false, false);

    static Seat asked(
            AttendanceId attendance, BookingChoices choices, SeatStanding standing, Instant at, Instant until) {
        return new Seat(attendance, standing, choices, false, at, until);
    }

    Seat booked(Instant at) {
        return new Seat(attendance, SeatStanding.BOOKED, choices, walkIn, at, null);
    }

    Seat admitted(Instant at) {
        return new Seat(attendance, SeatStanding.BOOKED, choices, true, at, null);
    }

    Seat waiting(Instant at) {
        return new Seat(attendance, SeatStanding.WAITING, choices, false, at, null);
    }

    Seat offered(Instant at, Instant end) {
        return new Seat(attendance, SeatStanding.OFFERED, choices, false, at, end);
    }

    Seat over(SeatStanding standing, Instant at) {
        return new Seat(attendance, standing, choices, walkIn, at, null);
    }

    /** What was chosen is gone; what was typed is to go at once. */
    Seat forgotten(Instant at) {
        return new Seat(attendance, SeatStanding.FORGOTTEN, NONE, false, at, at);
    }

    /** Nothing is left but the id. */
    Seat kept() {
        return new Seat(attendance, standing, choices, walkIn, since, since.plus(ID_KEPT));
    }

    Seat withListed(boolean listed) {
        return new Seat(attendance, standing, choices.withListed(listed), walkIn, since, until);
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
