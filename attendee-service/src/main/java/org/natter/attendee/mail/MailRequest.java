package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;

/**
 * The wish that one mail be sent, for one cause. Holds ids, times and published words only; names, addresses and links are
 * looked up as it is sent.
 *
 * @param cause why; the same cause never leads to two mails, however often it is asked for:
 *     {@code booked/<attendance>/<since when, in milliseconds>}
 * @param generation of the personal link in the mail, from 1
 * @param detail what this kind needs besides: what changed, how many months, the sign-in request; may be empty, never a
 *     person's words
 * @param at when it was asked for
 * @param notBefore the earliest moment of sending
 * @param validUntil from then on it is not sent any more
 * @param told when and where its reader believes the event to be: what a {@link MailKind#CHANGED} mail begins from, absent in
 *     one asked for before that was kept, and in all other kinds
 * @param goingTo what stands for the address that is just being given to its reader, and for which it waits; absent from then on
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
        Instant validUntil,
        @Nullable WhenAndWhere told,
        @Nullable String goingTo) {

    private static final Pattern CAUSE = Pattern.compile("[a-z0-9/.-]{1,200}");
    private static final String AGAIN = "/again";

    /** How long the news about somebody's booking is of use; later nobody is written to about it. */
    static final Duration NEWS_IS_OF_USE = Duration.ofDays(3);

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    public MailRequest {
        if (!CAUSE.matcher(cause).matches()) {
            throw new IllegalArgumentException("a cause is lower-case letters, digits, hyphens, dots and slashes");
        }
    }

    /**
     * "Your sign-in link", worth nothing after ten minutes.
     *
     * @param request the random id of the wish to sign in, 32 hex characters; it goes into the link's token
     */
    public static MailRequest signIn(String request, PersonId to, Instant at) {
        var cause = MailKind.SIGN_IN.word() + "/" + request;
        return new MailRequest(
                cause, MailKind.SIGN_IN, to, null, null, 1, request, at, at, at.plus(SIGN_IN), null, null);
    }

    /** A mail about somebody's attendance, as soon as may be, of use for a week. */
    public static MailRequest about(
            MailKind kind, String cause, PersonId to, EventId event, AttendanceId attendance, Instant at) {
        return new MailRequest(cause, kind, to, event, attendance, 1, "", at, at, at.plus(A_WEEK), null, null);
    }

    /** The same mail once more, from now on, of use for as long as before; it waits for no address. */
    MailRequest again(Instant now) {
        return new MailRequest(
                cause + AGAIN, kind, to, event, attendance, generation, detail, now, now, validUntil, told, null);
    }

    /** From 1; each time somebody had it tried again counts. */
    int attempt() {
        return cause.split(AGAIN, -1).length;
    }

    /** The same, of use until another moment. */
    MailRequest validUntil(Instant end) {
        return new MailRequest(
                cause, kind, to, event, attendance, generation, detail, at, notBefore, end, told, goingTo);
    }

    /** The same, not sent before this moment. */
    MailRequest notBefore(Instant earliest) {
        return new MailRequest(
                cause, kind, to, event, attendance, generation, detail, at, earliest, validUntil, told, goingTo);
    }

    /** The same, for the moment it was asked in, and waiting for no address any more. */
    MailRequest waitingNoMore() {
        return new MailRequest(cause, kind, to, event, attendance, generation, detail, at, at, validUntil, told, null);
    }

    /** The same, waiting for this address. */
    MailRequest goingTo(String mark) {
        return new MailRequest(
                cause, kind, to, event, attendance, generation, detail, at, notBefore, validUntil, told, mark);
    }

    MailRequest withGeneration(int raised) {
        return new MailRequest(
                cause, kind, to, event, attendance, raised, detail, at, notBefore, validUntil, told, goingTo);
    }

    MailRequest withDetail(String needed) {
        return new MailRequest(
                cause, kind, to, event, attendance, generation, needed, at, notBefore, validUntil, told, goingTo);
    }

    /** Tells of these changes, which the published facts hold from this sequence on. */
    MailRequest withChanges(int sequence, Set<Change> changes) {
        return withDetail(sequence + ":"
                + String.join(",", changes.stream().map(Change::name).toList()));
    }

    /** Begins from this state, the last that its reader was told. */
    MailRequest from(WhenAndWhere believed) {
        return new MailRequest(
                cause, kind, to, event, attendance, generation, detail, at, notBefore, validUntil, believed, goingTo);
    }

    /** The event's sequence that a {@link MailKind#CHANGED} mail tells of. */
    int sequence() {
        return Integer.parseInt(detail.substring(0, detail.indexOf(':')));
    }

    /** What a {@link MailKind#CHANGED} mail tells of. */
    public Set<Change> changes() {
        var changes = EnumSet.noneOf(Change.class);
        for (var name : detail.substring(detail.indexOf(':') + 1).split(",", -1)) {
            changes.add(Change.valueOf(name));
        }
        return changes;
    }
}
