package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.booking.Bookings;
import org.natter.attendee.booking.Standing;
import org.natter.attendee.mail.WhenAndWhere.Change;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/**
 * Decides which mails follow from what is heard on the topics.
 *
 * <p>Every mail's cause is computed from the message, so the same message again, also a year later, asks for nothing new.
 * A crash between two wishes is mended by the next delivery. What is heard too late to be of use is ignored.
 */
public final class DecidingMails {

    /** What the causes of all follow-up mails begin with. */
    static final String FOLLOW_UP = "follow-up/";

    private static final Duration OF_USE = Duration.ofDays(3);
    private static final LocalTime REMINDER = LocalTime.of(10, 0);
    private static final Set<Standing> HOPING = EnumSet.of(Standing.BOOKED, Standing.OFFERED, Standing.WAITING);

    private final Mails mails;
    private final People people;
    private final Bookings bookings;
    private final EventsAsTold told;

    public DecidingMails(Mails mails, People people, Bookings bookings, EventsAsTold told) {
        this.mails = mails;
        this.people = people;
        this.bookings = bookings;
        this.told = told;
    }

    public Effect on(Heard.AttendanceBooked heard, MessageMetadata source, Instant now) {
        if (heard.walkIn() || isTooLate(heard.at(), now)) {
            return Effect.IGNORED;
        }
        Effect effect = ask(
                MailKind.BOOKED,
                cause("booked", heard.attendance(), source),
                heard.attendance(),
                heard.event(),
                "",
                heard.at());
        bookings.card(heard.event())
                .ifPresent(card -> remind(heard.attendance(), heard.event(), card.startsAt(), card.zone(), now));
        return effect;
    }

    public Effect on(Heard.AttendanceWaitlisted heard, MessageMetadata source, Instant now) {
        return isTooLate(heard.at(), now)
                ? Effect.IGNORED
                : ask(
                        MailKind.WAITING,
                        cause("waiting", heard.attendance(), source),
                        heard.attendance(),
                        heard.event(),
                        "",
                        heard.at());
    }

    public Effect on(Heard.AttendanceOffered heard, MessageMetadata source, Instant now) {
        if (!now.isBefore(heard.until())) {
            return Effect.IGNORED;
        }
        return people.personOf(heard.attendance())
                .map(person -> asked(MailRequest.about(
                        MailKind.OFFER,
                        cause("offer", heard.attendance(), source),
                        person.id(),
                        heard.event(),
                        heard.attendance(),
                        heard.until().toString(),
                        heard.at(),
                        heard.until())))
                .orElse(Effect.IGNORED);
    }

    public Effect on(Heard.AttendanceCancelled heard, MessageMetadata source, Instant now) {
        if (isTooLate(heard.at(), now)) {
            return Effect.IGNORED;
        }
        if (heard.by() == Heard.AttendanceCancelled.By.EVENT) {
            return callOff(heard.event(), heard.attendance(), heard.at());
        }
        return heard.by() == Heard.AttendanceCancelled.By.ATTENDEE
                ? ask(
                        MailKind.CANCELLED_BY_YOU,
                        cause("cancelled-by-you", heard.attendance(), source),
                        heard.attendance(),
                        heard.event(),
                        "",
                        heard.at())
                : Effect.IGNORED;
    }

    public Effect on(Heard.EventPublished heard, MessageMetadata source) {
        return told.remember(heard.event(), heard.whenAndWhere(), source);
    }

    /** Asks before it remembers: a delivery cut short finds the old state again and goes on. */
    public Effect on(Heard.EventChanged heard, MessageMetadata source, Instant now) {
        Set<Change> changes = told.whenAndWhere(heard.event())
                .map(before -> heard.whenAndWhere().since(before))
                .orElseGet(() -> asSaid(heard.changed()));
        if (!changes.isEmpty()
                && !isTooLate(source.time(), now)
                && heard.startsAt().isAfter(now)) {
            String detail =
                    heard.sequence() + ":" + changes.stream().map(Change::name).collect(Collectors.joining(","));
            for (AttendanceId guest : bookings.standing(heard.event(), EnumSet.of(Standing.BOOKED))) {
                String cause = "changed/" + heard.event() + "/" + source.version() + "/" + guest;
                ask(MailKind.CHANGED, cause, guest, heard.event(), detail, source.time());
                remind(guest, heard.event(), heard.startsAt(), heard.zone(), now);
            }
        }
        return told.remember(heard.event(), heard.whenAndWhere(), source);
    }

    public Effect on(Heard.EventCancelled heard, MessageMetadata source, Instant now) {
        if (!isTooLate(heard.at(), now)) {
            for (AttendanceId guest : bookings.standing(heard.event(), HOPING)) {
                callOff(heard.event(), guest, heard.at());
            }
        }
        return told.rememberCallingOff(heard.event(), heard.reason(), source);
    }

    public Effect on(Heard.InvitationDue heard, MessageMetadata source, Instant now) {
        String cause = "feedback-invitation/" + heard.attendance() + "/" + heard.generation();
        return feedback(
                heard.kind().mail(),
                cause,
                heard.attendance(),
                heard.event(),
                heard.generation(),
                "",
                heard.at(),
                heard.validUntil(),
                now);
    }

    public Effect on(Heard.ReminderDue heard, MessageMetadata source, Instant now) {
        String cause = "feedback-reminder/" + heard.attendance() + "/" + heard.generation();
        return feedback(
                MailKind.STILL_TIME,
                cause,
                heard.attendance(),
                heard.event(),
                heard.generation(),
                "",
                heard.at(),
                heard.validUntil(),
                now);
    }

    public Effect on(Heard.FollowUpDue heard, MessageMetadata source, Instant now) {
        String cause = FOLLOW_UP + heard.attendance() + "/" + heard.monthsAfter() + "/" + heard.generation();
        return feedback(
                MailKind.FOLLOW_UP,
                cause,
                heard.attendance(),
                heard.event(),
                heard.generation(),
                Integer.toString(heard.monthsAfter()),
                heard.at(),
                heard.validUntil(),
                now);
    }

    public Effect on(Heard.FeedbackAnswered heard, MessageMetadata source) {
        return told.rememberAnswer(heard.writer(), source);
    }

    /** The event's sequence that a {@link MailKind#CHANGED} mail tells of. */
    static int sequenceOf(MailRequest changed) {
        return Integer.parseInt(changed.detail().substring(0, changed.detail().indexOf(':')));
    }

    /** What a {@link MailKind#CHANGED} mail tells of. */
    public static Set<Change> changesOf(MailRequest changed) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        for (String name :
                changed.detail().substring(changed.detail().indexOf(':') + 1).split(",", -1)) {
            changes.add(Change.valueOf(name));
        }
        return changes;
    }

    private Effect feedback(
            MailKind kind,
            String cause,
            AttendanceId attendance,
            EventId event,
            int generation,
            String detail,
            Instant at,
            Instant validUntil,
            Instant now) {
        if (!now.isBefore(validUntil)) {
            return Effect.IGNORED;
        }
        return people.personOf(attendance)
                .filter(person -> person.mailbox().isPresent())
                .map(person ->
                        asked(MailRequest.about(kind, cause, person.id(), event, attendance, detail, at, validUntil)
                                .withGeneration(generation)))
                .orElse(Effect.IGNORED);
    }

    private Effect callOff(EventId event, AttendanceId guest, Instant at) {
        return ask(MailKind.CALLED_OFF, "called-off/" + event + "/" + guest, guest, event, "", at);
    }

    /** The day before at 10:00; nobody is reminded who booked later than that. */
    private void remind(AttendanceId guest, EventId event, Instant startsAt, ZoneId zone, Instant now) {
        LocalDate eve = startsAt.atZone(zone).toLocalDate().minusDays(1);
        Instant due = eve.atTime(REMINDER).atZone(zone).toInstant();
        if (due.isAfter(now)) {
            people.personOf(guest)
                    .filter(person -> person.mailbox().isPresent())
                    .ifPresent(person -> mails.ask(MailRequest.about(
                                    MailKind.DAY_BEFORE,
                                    "day-before/" + guest + "/" + eve,
                                    person.id(),
                                    event,
                                    guest,
                                    "",
                                    now,
                                    startsAt)
                            .notBefore(due)));
        }
    }

    private Effect ask(MailKind kind, String cause, AttendanceId attendance, EventId event, String detail, Instant at) {
        Optional<Person> receiver =
                people.personOf(attendance).filter(found -> found.mailbox().isPresent());
        return receiver.map(person -> asked(
                        MailRequest.about(kind, cause, person.id(), event, attendance, detail, at, at.plus(OF_USE))))
                .orElse(Effect.IGNORED);
    }

    private Effect asked(MailRequest wish) {
        return mails.ask(wish) ? Effect.APPLIED : Effect.ALREADY_NEWER;
    }

    private static String cause(String word, AttendanceId attendance, MessageMetadata source) {
        return word + "/" + attendance + "/" + source.version();
    }

    private static boolean isTooLate(Instant at, Instant now) {
        return !now.isBefore(at.plus(OF_USE));
    }

    private static Set<Change> asSaid(Collection<Heard.EventChanged.Part> parts) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (parts.contains(Heard.EventChanged.Part.WHEN)) {
            changes.add(Change.START_TIME);
        }
        if (parts.contains(Heard.EventChanged.Part.WHERE)) {
            changes.add(Change.PLACE);
        }
        return changes;
    }
}
