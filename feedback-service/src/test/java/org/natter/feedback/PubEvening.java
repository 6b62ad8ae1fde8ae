package org.natter.feedback;

import static org.natter.feedback.invitation.Cast.FENLAND;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.natter.feedback.answer.Admission;
import org.natter.feedback.answer.AnswersInMemory;
import org.natter.feedback.answer.GivingAnswers;
import org.natter.feedback.answer.NamingPeople;
import org.natter.feedback.answer.PausingQuestions;
import org.natter.feedback.answer.ReadingLinks;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.AttendanceNews;
import org.natter.feedback.invitation.CheckingLists;
import org.natter.feedback.invitation.DueEventsInMemory;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.InvitationDomainEvent;
import org.natter.feedback.invitation.InvitationsInMemory;
import org.natter.feedback.invitation.IssuingInvitations;
import org.natter.feedback.invitation.KeepingRooms;
import org.natter.feedback.invitation.ListRepliesInMemory;
import org.natter.feedback.invitation.Presence;
import org.natter.feedback.invitation.RoomsInMemory;
import org.natter.feedback.invitation.SeatStanding;
import org.natter.feedback.invitation.SweepingDueEvents;
import org.natter.feedback.outcome.AskingFollowUps;
import org.natter.feedback.outcome.FollowUpsInMemory;
import org.natter.feedback.question.AskingQuestions;
import org.natter.feedback.question.QuestionnairesInMemory;
import org.natter.messaging.MessageMetadata;

/**
 * The Riverside pub evening, 15 October 2026, told message by message to use cases on ports that forget.
 *
 * <p>Messages can be held back, and then told in any order and more than once.
 */
public final class PubEvening {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    public final RoomsInMemory rooms = new RoomsInMemory();
    public final DueEventsInMemory dueEvents = new DueEventsInMemory();
    public final InvitationsInMemory invitations = new InvitationsInMemory();
    public final ListRepliesInMemory listReplies = new ListRepliesInMemory();
    public final CheckingLists lists = new CheckingLists(rooms, listReplies, dueEvents);
    public final AnswersInMemory answers = new AnswersInMemory();
    public final FollowUpsInMemory followUps = new FollowUpsInMemory();
    public final QuestionnairesInMemory questionnaires = new QuestionnairesInMemory();
    public final AskingQuestions asking = new AskingQuestions(rooms, questionnaires);
    public final Admission admission = new Admission(invitations, rooms, followUps);
    public final NamingPeople naming = new NamingPeople(rooms, answers);
    public final GivingAnswers giving = new GivingAnswers(admission, answers, naming, questionnaires);
    public final ReadingLinks links = new ReadingLinks(admission, invitations, rooms, answers, followUps);
    public final PausingQuestions pausing = new PausingQuestions(admission, invitations, dueEvents);

    private final KeepingRooms keeping = new KeepingRooms(rooms, dueEvents);
    private final SweepingDueEvents sweeping = new SweepingDueEvents(
            dueEvents,
            rooms,
            List.of(
                    new IssuingInvitations(invitations, answers, listReplies),
                    new AskingFollowUps(followUps, answers, invitations)));
    private final List<Runnable> held = new ArrayList<>();
    private final Instant ends;
    private boolean holding;
    private long seats;
    private long versions;

    public PubEvening() {
        this("2026-10-15T21:00");
    }

    /** Another evening, by the end on its own clock. */
    public PubEvening(String endsLocal) {
        this.ends = at(endsLocal);
    }

    /** A moment on the wall of the pub. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    public PubEvening published() {
        return event("event.published.v1", 1, EventStanding.COMING);
    }

    public PubEvening concluded() {
        return event("event.concluded.v1", 4, EventStanding.OVER);
    }

    public PubEvening calledOff() {
        return event("event.cancelled.v1", 5, EventStanding.CALLED_OFF);
    }

    public PubEvening booked(AttendanceId... people) {
        return seats("attendance.booked.v1", SeatStanding.BOOKED, people);
    }

    public PubEvening bookedUnlisted(AttendanceId... people) {
        return seats("attendance.booked.v1", SeatStanding.BOOKED_UNLISTED, people);
    }

    public PubEvening waiting(AttendanceId... people) {
        return seats("attendance.waitlisted.v1", SeatStanding.WAITING, people);
    }

    public PubEvening cancelled(AttendanceId... people) {
        return seats("attendance.cancelled.v1", SeatStanding.CANCELLED, people);
    }

    public PubEvening checkedIn(AttendanceId... people) {
        return checkIns("attendance.checked-in.v1", Presence.HERE, people);
    }

    public PubEvening checkedInWithoutAnAddress(AttendanceId... people) {
        return checkIns("attendance.checked-in.v1", Presence.HERE_UNREACHABLE, people);
    }

    public PubEvening undone(AttendanceId... people) {
        return checkIns("attendance.check-in-undone.v1", Presence.NOT_HERE, people);
    }

    /** From here on messages are only collected. */
    public PubEvening holdingBack() {
        holding = true;
        return this;
    }

    /** All that was collected, in the order that this seed gives, a third of it twice. */
    public PubEvening shuffled(long seed) {
        var random = new Random(seed);
        var told = new ArrayList<>(held);
        held.stream().filter(message -> random.nextInt(3) == 0).forEach(told::add);
        Collections.shuffle(told, random);
        told.forEach(Runnable::run);
        return this;
    }

    public PubEvening clockShows(String local) {
        var now = at(local);
        dueEvents.due(now, Set.of()).forEach(event -> sweeping.sweepOne(event, now));
        return this;
    }

    public List<InvitationDomainEvent> told() {
        return invitations.told();
    }

    private PubEvening event(String type, long version, EventStanding standing) {
        var source = source(type, "event", RIVERSIDE.value(), version, RIVERSIDE.value());
        return tell(() -> keeping.on(new EventNews(RIVERSIDE, FENLAND, ends, LONDON), standing, source));
    }

    private PubEvening seats(String type, SeatStanding seat, AttendanceId... people) {
        for (var person : people) {
            var source = source(type, "seats", RIVERSIDE.value(), ++seats, person.value());
            tell(() -> keeping.on(new AttendanceNews(person, RIVERSIDE), seat, source));
        }
        return this;
    }

    private PubEvening checkIns(String type, Presence presence, AttendanceId... people) {
        for (var person : people) {
            var source = source(type, "check-in", person.value(), ++versions, person.value());
            tell(() -> keeping.onCheckIn(new AttendanceNews(person, RIVERSIDE), presence, source));
        }
        return this;
    }

    private PubEvening tell(Runnable message) {
        if (holding) {
            held.add(message);
        } else {
            message.run();
        }
        return this;
    }

    private MessageMetadata source(String type, String aggregate, String id, long version, String subject) {
        return new MessageMetadata(
                aggregate + "/" + id + "/" + version, type, aggregate, id, version, subject, ends, "0".repeat(64));
    }
}
