package org.natter.attendee.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingLetters;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.SignInLetters;

/**
 * The one place where mail is asked for. A request is a row in the queue when a call returns, and sent soon after; never
 * within the call.
 *
 * <p>Letters that answer a command, and of which no message ever tells, are asked for by the features' own ports; all
 * others follow from messages, by {@link DecidingMails}.
 */
public final class PostOffice implements BookingLetters, SignInLetters {

    private static final int MOST = 10;

    private final MailQueue queue;
    private final Runnable wake;

    /** @param wake tells idle senders of new mail; a lost call does no harm, since they also look by themselves */
    public PostOffice(MailQueue queue, Runnable wake) {
        this.queue = queue;
        this.wake = wake;
    }

    /** @return whether it is new; false if this cause was asked for before, also if that mail was sent long ago */
    public boolean ask(MailRequest request) {
        var fresh = queue.add(Mail.asked(request));
        wake.run();
        return fresh;
    }

    /** The same for a mail that comes once for each time it holds: one that was stopped because it did not is asked for anew. */
    boolean askWheneverItHolds(MailRequest request) {
        var wish = request;
        while (!ask(wish)) {
            var stopped = queue.find(wish.cause()).filter(Mail::didNotHold).isPresent();
            if (!stopped || wish.attempt() > MOST) {
                return false;
            }
            wish = wish.again(request.at()).notBefore(request.notBefore());
        }
        return true;
    }

    /** The mail of this cause, finished or not. */
    Optional<Mail> find(String cause) {
        return queue.find(cause);
    }

    /** The mails of these causes, finished or not. */
    Map<String, Mail> find(Collection<String> causes) {
        return queue.find(causes);
    }

    /** Has a mail that waits for another address go now, saying what it says by then. */
    void hurry(String cause, Instant now) {
        queue.find(cause)
                .filter(mail -> !mail.isFinished())
                .ifPresent(mail -> amend(mail, mail.wish().waitingNoMore(), now));
    }

    /** Whatever waits to be sent about an attendance and does not hold any more is stopped at once, not when it is due. */
    void stopWhatNoLongerHolds(AttendanceId about, Optional<Booking> booking, Instant now) {
        for (var mail : queue.waiting(about)) {
            var untrue = LastLook.untrue(mail.wish().kind(), booking);
            if (untrue != StopReason.NONE) {
                queue.write(mail.stopped(untrue, now));
            }
        }
    }

    /**
     * The mail about a change of an event that waits to go to this attendance, with the state it begins from; also while a
     * sender looks at it, as long as nothing of it has left. One that may have left counts as told.
     */
    Optional<Mail> heldChange(AttendanceId about) {
        return changes(about).filter(mail -> !mail.mayHaveLeft()).findFirst();
    }

    private Stream<Mail> changes(AttendanceId about) {
        return queue.waiting(about).stream()
                .filter(mail ->
                        mail.wish().kind() == MailKind.CHANGED && mail.wish().told() != null);
    }

    /** Has a waiting mail say something else, also one that a sender looks at; false if it has moved on meanwhile. */
    boolean amend(Mail waiting, MailRequest wish, Instant latest) {
        var amended = waiting.saying(wish, latest);
        var written = amended.equals(waiting) || queue.write(amended);
        wake.run();
        return written;
    }

    /** Stops a waiting mail, also one that a sender looks at; false if it has moved on meanwhile. */
    boolean stop(Mail waiting, StopReason reason, Instant now) {
        return queue.write(waiting.stopped(reason, now));
    }

    /** Stops whatever is to tell this attendance of a change, for the first time or once more. */
    void stopChanges(AttendanceId about, StopReason reason, Instant now) {
        stopAll(() -> changes(about), reason, now);
    }

    /** Stops whatever waits to be sent about an attendance and is not said of an event that was called off. */
    void stopWhatIsCalledOff(AttendanceId about, Instant now) {
        stopAll(
                () -> queue.waiting(about).stream()
                        .filter(mail ->
                                !LastLook.isSaidOnceCalledOff(mail.wish().kind())),
                StopReason.EVENT_CALLED_OFF,
                now);
    }

    /** Until none is left: a sender may have moved one on meanwhile. */
    private void stopAll(Supplier<Stream<Mail>> waiting, StopReason reason, Instant now) {
        for (var left = waiting.get().toList();
                !left.isEmpty();
                left = waiting.get().toList()) {
            left.forEach(mail -> stop(mail, reason, now));
        }
    }

    @Override
    public void confirm(PersonId to, Booking held, String key, Instant at) {
        var until = Optional.ofNullable(held.until()).orElse(at.plus(SeatLedger.HOLD));
        ask(aboutBooking(MailKind.CONFIRM_BOOKING, to, held, key, at).validUntil(until));
    }

    @Override
    public void again(PersonId to, Booking booking, String key, Instant at) {
        var kind = switch (booking.status()) {
            case WAITING -> MailKind.WAITING;
            case OFFERED -> MailKind.OFFER;
            default -> MailKind.ASKED_AGAIN;
        };
        var request = aboutBooking(kind, to, booking, key, at);
        ask(booking.until() == null ? request : request.validUntil(booking.until()));
    }

    @Override
    public void signIn(PersonId to, String request, Instant at) {
        ask(MailRequest.signIn(request, to, at));
    }

    private static MailRequest aboutBooking(MailKind kind, PersonId to, Booking booking, String key, Instant at) {
        var cause = kind.word() + "/" + booking.attendance() + "/" + key;
        return MailRequest.about(kind, cause, to, booking.card().event(), booking.attendance(), at);
    }
}
