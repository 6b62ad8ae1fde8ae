package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;

/**
 * The wish that one mail be sent, for one cause. Holds ids, times and published words only; names, addresses and links are
 * looked up as it is sent.
 *
 * @param cause why; the same cause never leads to two mails, however often it is asked for: {@code booked/<attendance>/41}
 * @param generation of the personal link in the mail, from 1
 * @param detail what this kind needs besides: the organiser's reason, what changed, until when, the sign-in request; may be
 *     empty, never a person's words
 * @param at when it was asked for
 * @param notBefore the earliest moment of sending
 * @param validUntil from then on it is not sent any more
 */
public record MailRequest(
        String cause,
        MailKind kind,
        PersonId to,
        @Nullable EventId event,
        @Nullable AttendanceId attendance,
        int generation,
        String detail,
        Instant at,
        Instant notBefore,
        Instant validUntil) {

    private static final Pattern CAUSE = Pattern.compile("[a-z0-9/.-]{1,200}");
    private static final Duration BOOKING_NEWS = Duration.ofDays(7);
    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    public MailRequest {
        if (!CAUSE.matcher(cause).matches()) {
            throw new IllegalArgumentException("a cause is lower-case letters, digits, hyphens, dots and slashes");
        }
    }

    /**
     * "Confirm your place", worth nothing once the place is let go.
     *
     * @param hold what tells this wish from an earlier one of the same person for the same event
     */
    public static MailRequest confirmBooking(
            String hold, PersonId to, EventId event, AttendanceId attendance, Instant at, Instant heldUntil) {
        return new MailRequest(
                "confirm-booking/" + attendance.value() + "/" + hold,
                MailKind.CONFIRM_BOOKING,
                to,
                event,
                attendance,
                1,
                "",
                at,
                at,
                heldUntil);
    }

    /** "Your place at …", for somebody who asks again and has a booking. */
    public static MailRequest askedAgain(String wish, PersonId to, EventId event, AttendanceId attendance, Instant at) {
        return new MailRequest(
                "asked-again/" + attendance.value() + "/" + wish,
                MailKind.ASKED_AGAIN,
                to,
                event,
                attendance,
                1,
                "",
                at,
                at,
                at.plus(BOOKING_NEWS));
    }

    /**
     * "Your sign-in link", worth nothing after ten minutes.
     *
     * @param request the random id of the wish to sign in, 32 hex characters; it goes into the link's token
     */
    public static MailRequest signIn(String request, PersonId to, Instant at) {
        return new MailRequest(
                "sign-in/" + request, MailKind.SIGN_IN, to, null, null, 1, request, at, at, at.plus(SIGN_IN));
    }

    /** A mail about somebody's attendance, as soon as may be. */
    static MailRequest about(
            MailKind kind,
            String cause,
            PersonId to,
            EventId event,
            AttendanceId attendance,
            String detail,
            Instant at,
            Instant validUntil) {
        return new MailRequest(cause, kind, to, event, attendance, 1, detail, at, at, validUntil);
    }

    MailRequest withGeneration(int raised) {
        return new MailRequest(cause, kind, to, event, attendance, raised, detail, at, notBefore, validUntil);
    }

    MailRequest notBefore(Instant earliest) {
        return new MailRequest(cause, kind, to, event, attendance, generation, detail, at, earliest, validUntil);
    }
}
