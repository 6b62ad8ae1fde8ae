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
        Standing standing,
        Choices choices,
        boolean walkIn,
        Instant since,
        @Nullable Instant until) {

    private static final Duration WISH_KEPT = Duration.ofHours(24);
    private static final Duration ID_KEPT = Duration.ofHours(1);
    private static final Choices NONE = new Choices(Sector.NOT_SAID, false, false);

    static Seat asked(AttendanceId attendance, Choices choices, Standing standing, Instant at, Instant until) {
        return new Seat(attendance, standing, choices, false, at, until);
    }

    Seat booked(Instant at) {
        return new Seat(attendance, Standing.BOOKED, choices, walkIn, at, null);
    }

    Seat admitted(Instant at) {
        return new Seat(attendance, Standing.BOOKED, choices, true, at, null);
    }

    Seat waiting(Instant at) {
        return new Seat(attendance, Standing.WAITING, choices, false, at, null);
    }

    Seat offered(Instant at, Instant end) {
        return new Seat(attendance, Standing.OFFERED, choices, false, at, end);
    }

    Seat over(Standing standing, Instant at) {
        return new Seat(attendance, standing, choices, walkIn, at, null);
    }

    /** What was chosen is gone; what was typed is to go at once. */
    Seat forgotten(Instant at) {
        return new Seat(attendance, Standing.FORGOTTEN, NONE, false, at, at);
    }

    /** Nothing is left but the id. */
    Seat kept() {
        return new Seat(attendance, standing, choices, walkIn, since, since.plus(ID_KEPT));
    }

    Seat withListed(boolean listed) {
        return new Seat(attendance, standing, choices.withListed(listed), walkIn, since, until);
    }

    boolean is(Standing expected) {
        return standing == expected;
    }

    /** When something is to happen by itself: a hold or an offer ends, a wish that was let go is forgotten. */
    Optional<Instant> nextEnd() {
        return is(Standing.LET_GO) ? Optional.of(since.plus(WISH_KEPT)) : Optional.ofNullable(until);
    }

    /** Whether a wish was let go long enough ago. */
    boolean isToForget(Instant now) {
        return is(Standing.LET_GO) && !since.plus(WISH_KEPT).isAfter(now);
    }

    /** Whether nobody can have a forgotten wish in hand any more. */
    boolean isOutOfMind(Instant now) {
        return is(Standing.FORGOTTEN) && !since.plus(ID_KEPT).isAfter(now);
    }

    boolean isOverBy(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
