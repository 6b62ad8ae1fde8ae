package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.SeatStanding;
import org.natter.attendee.mail.KnownFacts.Announced;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * Decides which mails follow from what is heard on the topics.
 *
 * <p>Every mail's cause is computed from the fact told, so the same fact again, also a year later and in another version of
 * its aggregate, asks for nothing new. A crash between two requests is mended by the next delivery. What is heard too late to
 * be of use is ignored.
 */
public final class DecidingMails {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final Duration SETTING_OFF = Duration.ofHours(3);
    private static final LocalTime REMINDER = LocalTime.of(10, 0);
    /** What is mailed to whom it ended for; an offer that nobody took, and an undo at the door, need no answer. */
    private static final Map<AttendanceCancelled.By, MailKind> ANSWERED = Map.of(
            AttendanceCancelled.By.ATTENDEE, MailKind.CANCELLED_BY_YOU,
            AttendanceCancelled.By.ORGANISER, MailKind.CANCELLED_FOR_YOU);

    private static final Set<SeatStanding> HOPING =
            EnumSet.of(SeatStanding.BOOKED, SeatStanding.OFFERED, SeatStanding.WAITING);

    private final PostOffice mails;
    private final People people;
    private final Bookings bookings;
    private final KnownFacts known;

    public DecidingMails(PostOffice mails, People people, Bookings bookings, KnownFacts known) {
        this.mails = mails;
        this.people = people;
        this.bookings = bookings;
        this.known = known;
    }

    public Effect on(AttendanceBooked booked, MessageMetadata source, Instant now) {
        if (booked.walkIn() || isTooLate(booked.at(), now)) {
            return Effect.IGNORED;
        }
        var effect = standing(MailKind.BOOKED, booked.attendance(), booked.event(), booked.at());
        bookings.card(booked.event())
                .ifPresent(card -> remind(booked.attendance(), booked.event(), card.startsAt(), card.zone(), now));
        return effect;
    }

    public Effect on(AttendanceWaitlisted waiting, MessageMetadata source, Instant now) {
        return isTooLate(waiting.at(), now)
                ? Effect.IGNORED
                : standing(MailKind.WAITING, waiting.attendance(), waiting.event(), waiting.at());
    }

    public Effect on(AttendanceOffered offered, MessageMetadata source, Instant now) {
        return now.isBefore(offered.until())
                ? standing(MailKind.OFFER, offered.attendance(), offered.event(), offered.at(), offered.until())
                : Effect.IGNORED;
    }

    public Effect on(AttendanceCancelled gone, MessageMetadata source, Instant now) {
        mails.stopWhatNoLongerHolds(gone.attendance(), bookings.of(gone.attendance()), now);
        var answer = ANSWERED.get(gone.by());
        return answer == null || isTooLate(gone.at(), now)
                ? Effect.IGNORED
                : standing(answer, gone.attendance(), gone.event(), gone.at());
    }

    public Effect on(EventPublished published, MessageMetadata source) {
        return known.remember(
                published.event(), Announced.toEverybody(source.version(), published.whenAndWhere()), source);
    }

    /**
     * Asks before it remembers: a delivery cut short finds the old state again and goes on. A version older than what is
     * known has been told, or has been overtaken, and mails nobody.
     *
     * <p>A mail about a change is held for a while and then says everything that differs from what its reader was last told,
     * so several changes are one mail, and a change taken back is none. What is changed quietly while such mails wait is told
     * with them, to everybody: who booked meanwhile would else believe what nobody else does.
     */
    public Effect on(EventChanged told, MessageMetadata source, Instant now) {
        var changed = told.quietly() && mailsAreHeld(told.event(), source.time()) ? told.aloud() : told;
        var before = known.announced(changed.event());
        if (before.filter(last -> last.version() > source.version()).isPresent()) {
            return Effect.ALREADY_NEWER;
        }
        var changes =
                before.map(last -> changed.whenAndWhere().since(last.facts())).orElseGet(changed::changes);
        if (!changes.isEmpty()
                && !isTooLate(source.time(), now)
                && changed.startsAt().isAfter(now)) {
            var booked = Set.copyOf(bookings.standing(changed.event(), EnumSet.of(SeatStanding.BOOKED)));
            for (var guest : bookings.standing(changed.event(), HOPING)) {
                before.ifPresentOrElse(
                        last -> tell(guest, booked.contains(guest), changed, last, source, now),
                        () -> tellOnlyWhat(changes, guest, changed, source));
                if (booked.contains(guest)) {
                    remind(guest, changed.event(), changed.startsAt(), changed.zone(), now);
                }
            }
        }
        return known.remember(changed.event(), announced(changed, changes, before, source), source);
    }

    private boolean mailsAreHeld(EventId event, Instant at) {
        return bookings.standing(event, HOPING).stream()
                .flatMap(guest -> mails.heldChange(guest).stream())
                .anyMatch(held -> held.wish().at().plus(HELD).isAfter(at));
    }

    /**
     * What those who hope to come were last told of when and where it is, one after the other, as far as this is a change for
     * them; the card's, if nobody hopes to.
     */
    Stream<WhenAndWhere> believed(EventCard card, WhenAndWhere then) {
        var last = known.announced(card.event()).orElseGet(() -> Announced.toEverybody(0, WhenAndWhere.of(card)));
        var hoping = bookings.standing(card.event(), HOPING);
        var booked = Set.copyOf(bookings.standing(card.event(), EnumSet.of(SeatStanding.BOOKED)));
        return hoping.isEmpty()
                ? Stream.of(WhenAndWhere.of(card))
                : hoping.stream().flatMap(guest -> {
                    var told = mails.heldChange(guest)
                            .map(held -> held.wish().told())
                            .orElseGet(() -> toldTo(guest, last));
                    return then.since(told, booked.contains(guest)).isEmpty() ? Stream.empty() : Stream.of(told);
                });
    }

    private WhenAndWhere toldTo(AttendanceId guest, Announced last) {
        return last.toldTo(bookings.of(guest).map(Booking::since));
    }

    private static Announced announced(
            EventChanged changed, Set<Change> changes, Optional<Announced> before, MessageMetadata source) {
        var facts = changed.whenAndWhere();
        return before.filter(last -> changes.isEmpty() || changed.quietly())
                .map(last -> last.quietly(source.version(), facts, source.time()))
                .orElseGet(() -> Announced.toEverybody(source.version(), facts));
    }

    /**
     * By a mail that waits already, which then says this too, or by a new one. Somebody without a place knows no link by which
     * an online event is joined, so another one is no change for them.
     */
    private void tell(
            AttendanceId guest,
            boolean hasAPlace,
            EventChanged changed,
            Announced last,
            MessageMetadata source,
            Instant now) {
        var leaving = false;
        for (var held = mails.heldChange(guest); held.isPresent(); held = mails.heldChange(guest)) {
            if (amended(held.get(), hasAPlace, changed, source, now)) {
                return;
            }
            leaving = true; // a sender has moved it on: it waits again, or says what was so until now
        }
        var believed = leaving ? last.facts() : toldTo(guest, last);
        var changes = changed.whenAndWhere().since(believed, hasAPlace);
        if (!changed.quietly() && !changes.isEmpty()) {
            mails.stopChanges(guest, StopReason.NO_LONGER_TRUE, now); // a lost one, tried again, would tell it too
            mail(
                    guest,
                    to -> change(guest, changed, source, to)
                            .withChanges(changed.sequence(), changes)
                            .from(believed)
                            .notBefore(goingOut(believed, changed, source)));
        }
    }

    private boolean amended(Mail held, boolean hasAPlace, EventChanged changed, MessageMetadata source, Instant now) {
        var believed = Objects.requireNonNull(held.wish().told());
        var changes = changed.whenAndWhere().since(believed, hasAPlace);
        if (changes.isEmpty()) {
            return mails.stop(held, StopReason.NO_LONGER_TRUE, now);
        }
        var wish = held.wish().withChanges(changed.sequence(), changes).validUntil(usefulUntil(source.time()));
        return mails.amend(held, wish, goingOut(believed, changed, source));
    }

    /** When it is not known what people were told: by the message's own word, without what it was before. */
    private void tellOnlyWhat(Set<Change> changes, AttendanceId guest, EventChanged changed, MessageMetadata source) {
        if (!changed.quietly()) {
            mail(guest, to -> change(guest, changed, source, to).withChanges(changed.sequence(), changes));
        }
    }

    private static MailRequest change(AttendanceId guest, EventChanged changed, MessageMetadata source, PersonId to) {
        var cause = "changed/" + changed.event() + "/" + source.version() + "/" + guest;
        return MailRequest.about(MailKind.CHANGED, cause, to, changed.event(), guest, source.time())
                .validUntil(usefulUntil(source.time()));
    }

    /** After a while, in which an organiser may think again; at once where somebody may be about to set off. */
    private static Instant goingOut(WhenAndWhere believed, EventChanged changed, MessageMetadata source) {
        var first = believed.startsAt().isBefore(changed.startsAt()) ? believed.startsAt() : changed.startsAt();
        return first.isAfter(source.time().plus(SETTING_OFF)) ? source.time().plus(HELD) : source.time();
    }

    public Effect on(EventCancelled cancelled, MessageMetadata source, Instant now) {
        var event = cancelled.event();
        if (!isTooLate(cancelled.at(), now)) {
            for (var guest : bookings.standing(event, HOPING)) {
                mails.stopWhatIsCalledOff(guest, now);
                var cause = "called-off/" + event + "/" + guest;
                mail(
                        guest,
                        to -> MailRequest.about(MailKind.CALLED_OFF, cause, to, event, guest, cancelled.at())
                                .validUntil(usefulUntil(cancelled.at())));
            }
        }
        return known.rememberCallingOff(event, cancelled.reason(), source);
    }

    public Effect on(FeedbackDue due, MessageMetadata source, Instant now) {
        return now.isBefore(due.validUntil())
                ? mail(
                        due.attendance(),
                        to -> MailRequest.about(due.mail(), due.cause(), to, due.event(), due.attendance(), due.at())
                                .validUntil(due.validUntil())
                                .withGeneration(due.generation())
                                .withDetail(due.detail()))
                : Effect.IGNORED;
    }

    public Effect on(FeedbackAnswered answered, MessageMetadata source) {
        return known.rememberAnswer(answered.writer(), source);
    }

    private Effect standing(MailKind kind, AttendanceId guest, EventId event, Instant since) {
        return standing(kind, guest, event, since, usefulUntil(since));
    }

    /** One mail for each standing reached: since when stays when a choice is told anew. To the millisecond, as it is stored. */
    private Effect standing(MailKind kind, AttendanceId guest, EventId event, Instant since, Instant validUntil) {
        var cause = kind.word() + "/" + guest + "/" + since.toEpochMilli();
        return mail(
                guest,
                to -> MailRequest.about(kind, cause, to, event, guest, since).validUntil(validUntil));
    }

    /** The day before at 10:00; nobody is reminded who booked later than that. */
    private void remind(AttendanceId guest, EventId event, Instant startsAt, ZoneId zone, Instant now) {
        var eve = startsAt.atZone(zone).toLocalDate().minusDays(1);
        var due = eve.atTime(REMINDER).atZone(zone).toInstant();
        if (due.isAfter(now)) {
            var cause = "day-before/" + guest + "/" + eve;
            people.personOf(guest)
                    .filter(person -> person.mailbox().isPresent())
                    .ifPresent(person -> mails.askWheneverItHolds(
                            MailRequest.about(MailKind.DAY_BEFORE, cause, person.id(), event, guest, now)
                                    .validUntil(startsAt)
                                    .notBefore(due)));
        }
    }

    /** Nobody is written to who is erased or left no address. */
    private Effect mail(AttendanceId guest, Function<PersonId, MailRequest> request) {
        return people.personOf(guest)
                .filter(person -> person.mailbox().isPresent())
                .map(person -> mails.ask(request.apply(person.id())) ? Effect.APPLIED : Effect.ALREADY_NEWER)
                .orElse(Effect.IGNORED);
    }

    private static Instant usefulUntil(Instant at) {
        return at.plus(MailRequest.NEWS_IS_OF_USE);
    }

    private static boolean isTooLate(Instant at, Instant now) {
        return !now.isBefore(usefulUntil(at));
    }
}
