package org.natter.attendee.mail;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.booking.Booking;
import org.natter.attendee.booking.BookingStatus;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.OwnStanding;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;

/**
 * The look at the facts just before a mail goes: what was cancelled, called off, answered or erased meanwhile is not
 * mailed, and what can wait does not break the night.
 */
public final class LastLook {

    private static final Duration FACTS_ARE_COMING = Duration.ofSeconds(2);
    private static final Duration UNTIL_HEARD = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofHours(24);
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(1);
    private static final int FOLLOW_UP_DAYS = 28;
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final Map<MailKind, Set<BookingStatus>> TRUE_FOR = Map.ofEntries(
            entry(MailKind.CONFIRM_BOOKING, Set.of(BookingStatus.UNCONFIRMED)),
            entry(MailKind.BOOKED, Set.of(BookingStatus.BOOKED)),
            entry(MailKind.ASKED_AGAIN, Set.of(BookingStatus.BOOKED)),
            entry(MailKind.WAITING, Set.of(BookingStatus.WAITING)),
            entry(MailKind.OFFER, Set.of(BookingStatus.OFFERED)),
            entry(MailKind.CANCELLED_BY_YOU, Set.of(BookingStatus.CANCELLED)),
            entry(MailKind.CANCELLED_FOR_YOU, Set.of(BookingStatus.CANCELLED)),
            entry(MailKind.CHANGED, Set.of(BookingStatus.BOOKED, BookingStatus.OFFERED, BookingStatus.WAITING)),
            entry(MailKind.DAY_BEFORE, Set.of(BookingStatus.BOOKED)));

    /** What is said of an evening to come: none of it is true once it has begun. */
    private static final Set<MailKind> UNTIL_THE_START =
            Set.of(MailKind.CONFIRM_BOOKING, MailKind.WAITING, MailKind.OFFER, MailKind.CHANGED);

    /** What somebody on their way may still look for, such as the code at the door. */
    private static final Set<MailKind> UNTIL_THE_END = Set.of(MailKind.BOOKED, MailKind.ASKED_AGAIN);

    private static final Set<MailKind> TELLS_OTHERS =
            Set.of(MailKind.CONFIRM_BOOKING, MailKind.ASKED_AGAIN, MailKind.SIGN_IN);

    private final People people;
    private final Bookings bookings;
    private final KnownFacts known;
    private final MailboxRecords mailboxes;
    private final KnownAhead ahead;

    public LastLook(People people, Bookings bookings, KnownFacts known, MailboxRecords mailboxes, KnownAhead ahead) {
        this.people = people;
        this.bookings = bookings;
        this.known = known;
        this.mailboxes = mailboxes;
        this.ahead = ahead;
    }

    SendDecision at(Mail mail, Instant now) {
        var wish = mail.wish();
        if (!now.isBefore(wish.validUntil())) {
            return SendDecision.stop(StopReason.TOO_LATE);
        }
        var person = people.find(wish.to());
        if (person.isEmpty()) {
            return SendDecision.stop(StopReason.PERSON_GONE);
        }
        var mailbox = person.get().mailbox();
        if (mailbox.isEmpty()) {
            return SendDecision.stop(StopReason.NO_ADDRESS);
        }
        if (mailboxes
                .refusedUs(mailbox.get())
                .filter(refused -> stillHolds(refused, wish, now))
                .isPresent()) {
            return SendDecision.stop(StopReason.MAILBOX_REFUSED);
        }
        if (isNotWanted(wish)) {
            return SendDecision.stop(StopReason.NOT_WANTED);
        }
        return wish.event() == null
                ? SendDecision.go(new LetterFacts(
                        wish,
                        person.get(),
                        mailbox.get(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        others(wish, person.get()),
                        0,
                        now))
                : aboutAnEvent(mail, person.get(), mailbox.get(), now);
    }

    /** Whatever cannot be switched off goes; all else only to who did not switch it off, also after it was asked for. */
    private boolean isNotWanted(MailRequest wish) {
        var attendance = wish.attendance();
        return wish.kind().stream() != MailStream.BOOKING
                && !isFreshLink(wish)
                && (mailboxes.isNotToBeAsked(wish.to()) || attendance != null && mailboxes.isNotToBeAsked(attendance));
    }

    /**
     * Whether a mail asked for like one of these would go, as far as its event, its booking and the time are concerned. Events and
     * bookings are read once for all of them, whether one was called off once an event, and whether it is answered or not wanted
     * for each that asks something.
     */
    Predicate<MailRequest> wouldGo(Collection<MailRequest> wishes, Instant now) {
        var cards = bookings.cards(some(wishes, MailRequest::event));
        var booked = bookings.of(some(wishes, MailRequest::attendance));
        var calledOff = cards.keySet().stream()
                .filter(event -> known.reason(event).isPresent())
                .collect(Collectors.toSet());
        return wish -> {
            var card = cards.get(wish.event());
            var booking = Optional.ofNullable(booked.get(wish.attendance()));
            return card != null
                    && now.isBefore(wish.validUntil())
                    && whyNot(wish, card, booking, calledOff.contains(card.event()), now) == StopReason.NONE
                    && !isNotWanted(wish);
        };
    }

    private static <T> Set<T> some(Collection<MailRequest> wishes, Function<MailRequest, @Nullable T> part) {
        return wishes.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Whether the event of one of these mails has not begun yet; the events are read once for all of them. */
    Predicate<MailRequest> isToCome(Collection<MailRequest> wishes, Instant now) {
        var cards = bookings.cards(some(wishes, MailRequest::event));
        return wish -> Optional.ofNullable(cards.get(wish.event()))
                .filter(card -> now.isBefore(card.startsAt()))
                .isPresent();
    }

    /** Why a mail of this kind is not true of a booking that stands like this; kinds that are about none always are. */
    static StopReason untrue(MailKind kind, Optional<Booking> booking) {
        var truth = TRUE_FOR.get(kind);
        return truth == null
                        || booking.map(Booking::status).filter(truth::contains).isPresent()
                ? StopReason.NONE
                : booking.map(Booking::own).map(LastLook::since).orElse(StopReason.NO_LONGER_TRUE);
    }

    /** Whether a mail of this kind may go about an event that was called off. */
    static boolean isSaidOnceCalledOff(MailKind kind) {
        return kind == MailKind.CALLED_OFF || kind.isAboutACancelledBooking();
    }

    private static StopReason since(OwnStanding standing) {
        return switch (standing) {
            case CALLED_OFF -> StopReason.EVENT_CALLED_OFF;
            case CANCELLED, LEFT_THE_LIST, DECLINED, CANCELLED_FOR_YOU, OFF_THE_LIST, TAKEN_BACK ->
                StopReason.BOOKING_CANCELLED;
            default -> StopReason.NO_LONGER_TRUE;
        };
    }

    void rememberRefusal(EmailAddress mailbox, Instant at) {
        mailboxes.rememberRefusal(mailbox, at);
    }

    void forgetRefusal(EmailAddress mailbox) {
        mailboxes.forgetRefusal(mailbox);
    }

    /** Who asks for a mail again after a while may have put their mailbox right; nobody else's news tries it. */
    private static boolean stillHolds(Instant refused, MailRequest wish, Instant now) {
        return !wish.kind().isAskedFor() || now.isBefore(refused.plus(UNTIL_ASKED_AGAIN));
    }

    private SendDecision aboutAnEvent(Mail mail, Person person, EmailAddress mailbox, Instant now) {
        var wish = mail.wish();
        var card = Optional.ofNullable(wish.event()).flatMap(bookings::card);
        var reason = Optional.ofNullable(wish.event()).flatMap(known::reason);
        if (card.isEmpty()
                || wish.kind() == MailKind.CALLED_OFF && reason.isEmpty()
                || wish.kind() == MailKind.CHANGED && card.get().sequence() < wish.sequence()) {
            return SendDecision.later(now.plus(FACTS_ARE_COMING));
        }
        if (isBehind(wish, card.get()) && !mail.hasListened(UNTIL_HEARD, now)) {
            return SendDecision.listen(now.plus(FACTS_ARE_COMING));
        }
        var booking = Optional.ofNullable(wish.attendance()).flatMap(bookings::of);
        var untrue = whyNot(wish, card.get(), booking, reason.isPresent(), now);
        if (untrue != StopReason.NONE) {
            return SendDecision.stop(untrue);
        }
        var polite = politely(wish, card.get(), now);
        return polite.isAfter(now)
                ? SendDecision.later(polite)
                : SendDecision.go(new LetterFacts(
                        wish,
                        person,
                        mailbox,
                        card,
                        booking,
                        reason,
                        others(wish, person),
                        wish.kind() == MailKind.DAY_BEFORE
                                ? ahead.howMany(person.id(), card.get().event(), now)
                                : 0,
                        now));
    }

    /** The others at a shared address, for the kinds that answer whoever knows no more than the address. */
    private List<String> others(MailRequest wish, Person person) {
        var mailbox = person.mailbox();
        if (mailbox.isEmpty() || !TELLS_OTHERS.contains(wish.kind())) {
            return List.of();
        }
        return people.atAddress(mailbox.get()).stream()
                .filter(other -> !other.id().equals(person.id()))
                .flatMap(other -> nameIn(wish, other).stream())
                .toList();
    }

    private Optional<String> nameIn(MailRequest wish, Person other) {
        var event = wish.event();
        return event == null
                ? Optional.of(other).filter(Person::proven).map(Person::name)
                : other.attendanceAt(event)
                        .filter(attendance -> bookings.of(attendance)
                                .filter(Booking::isConfirmed)
                                .isPresent())
                        .map(attendance -> other.saidAt(attendance).name());
    }

    /**
     * A change is told with the changed facts, which booking hears of by itself: they may for a moment be ahead of what this
     * mail has been amended to say. It would tell a change that is told once more when it is heard here.
     */
    private boolean isBehind(MailRequest wish, EventCard card) {
        return wish.kind() == MailKind.CHANGED
                && wish.told() != null
                && known.announced(card.event())
                        .filter(heard ->
                                !WhenAndWhere.of(card).since(heard.facts()).isEmpty())
                        .isPresent();
    }

    private StopReason whyNot(
            MailRequest wish, EventCard card, Optional<Booking> booking, boolean calledOff, Instant now) {
        if (calledOff && !isSaidOnceCalledOff(wish.kind())) {
            return StopReason.EVENT_CALLED_OFF;
        }
        var untrue = untrue(wish.kind(), booking);
        if (untrue != StopReason.NONE) {
            return untrue;
        }
        if (UNTIL_THE_START.contains(wish.kind()) && !now.isBefore(card.startsAt())
                || UNTIL_THE_END.contains(wish.kind()) && !now.isBefore(card.endsAt())) {
            return StopReason.TOO_LATE;
        }
        if (wish.told() != null && LetterFacts.changes(wish, card, booking).isEmpty()) {
            return StopReason.NO_LONGER_TRUE; // changed, and changed back, or nothing they may know of
        }
        if (wish.kind() == MailKind.DAY_BEFORE && !eve(card).equals(localDate(wish.notBefore(), card.zone()))) {
            return StopReason.NO_LONGER_TRUE;
        }
        if (wish.kind() == MailKind.DAY_BEFORE && !eve(card).equals(localDate(now, card.zone()))) {
            return StopReason.TOO_LATE; // "tomorrow" is today by now
        }
        var asksForFeedback = wish.kind().stream() == MailStream.FEEDBACK && !isFreshLink(wish);
        return asksForFeedback && wish.attendance() != null && known.hasAnswered(wish.attendance())
                ? StopReason.ANSWERED
                : StopReason.NONE;
    }

    private Instant politely(MailRequest wish, EventCard card, Instant now) {
        var canWait = wish.kind().isNewsOfTheOrganiser() && card.startsAt().isAfter(now.plus(SOON));
        if (!wish.kind().stream().isPolite() || isFreshLink(wish)) {
            return canWait ? QuietHours.orTheirEnd(now, card.zone()) : now;
        }
        var awake = QuietHours.orTheirEnd(now, card.zone());
        if (awake.isAfter(now)) {
            return awake;
        }
        var today = localDate(now, card.zone());
        var free = !isTooSoonAfterAnother(wish, today) && mailboxes.takeDay(wish.to(), today, wish.cause());
        return free
                ? now
                : today.plusDays(1).atTime(MORNING).atZone(card.zone()).toInstant();
    }

    /** Somebody asked for it, so it goes at once, also to who has answered. */
    private static boolean isFreshLink(MailRequest wish) {
        return wish.kind().stream() == MailStream.FEEDBACK && wish.generation() > 1;
    }

    /** One "did anything come of it?" in four weeks, over all events. */
    private boolean isTooSoonAfterAnother(MailRequest wish, LocalDate today) {
        return wish.kind() == MailKind.FOLLOW_UP
                && mailboxes.tookADay(
                        wish.to(), today.minusDays(FOLLOW_UP_DAYS - 1), today, FeedbackDue.FollowUpDue.CAUSES);
    }

    private static LocalDate eve(EventCard card) {
        return localDate(card.startsAt(), card.zone()).minusDays(1);
    }

    private static LocalDate localDate(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }
}
