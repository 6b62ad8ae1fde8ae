package org.natter.local.story;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.natter.local.story.PlainRegion.Answer;
import org.natter.local.story.PlainRegion.Came;
import org.natter.local.story.PlainRegion.Event;
import org.natter.local.story.PlainRegion.Place;
import org.natter.local.story.PlainRegion.Side;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi.BookingWish;
import org.natter.web.services.BookingApi.ListChoice;
import org.natter.web.services.Caller;
import org.natter.web.services.DoorApi.Hosts;
import org.natter.web.services.DoorApi.WalkIn;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.FeedbackApi.AnythingElse;
import org.natter.web.services.FeedbackApi.Chat;
import org.natter.web.services.FeedbackApi.Chats;
import org.natter.web.services.FeedbackApi.Comment;
import org.natter.web.services.FeedbackApi.Credit;
import org.natter.web.services.FeedbackApi.CreditKind;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.FamiliarPeople;
import org.natter.web.services.FeedbackApi.FamiliarPerson;
import org.natter.web.services.FeedbackApi.HowWasIt;
import org.natter.web.services.FeedbackApi.HowWell;
import org.natter.web.services.FeedbackApi.IntroducedBy;
import org.natter.web.services.FeedbackApi.Introduction;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.NewPeople;
import org.natter.web.services.FeedbackApi.NewPerson;
import org.natter.web.services.FeedbackApi.Others;
import org.natter.web.services.FeedbackApi.Outcome;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FormId;
import org.natter.web.services.LabelId;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.Who;
import org.natter.web.services.WritersApi.LabelWish;

/** A {@link PlainRegion} played through the running system by HTTP, one event after the other: booked, come, asked, answered. */
final class PlayedRegion {

    private static final String CLOSED = "form-closed";

    private final Map<Integer, PublishedEvent> events = new HashMap<>();
    private final Map<String, GuestBooking> bookings = new ConcurrentHashMap<>();
    private final Map<String, AttendanceId> attendances = new ConcurrentHashMap<>();
    private final Map<String, LabelId> labels = new ConcurrentHashMap<>();
    private final PlainRegion plain;
    private final ServiceApis services;
    private final RegionPeople region;
    private final Caller organiser;
    private final Clock clock;

    PlayedRegion(PlainRegion plain, ServiceApis services, RegionPeople region, Caller organiser, Clock clock) {
        this.plain = plain;
        this.services = services;
        this.region = region;
        this.organiser = organiser;
        this.clock = clock;
    }

    // ---- who comes ----

    PublishedEvent of(Event event) {
        return Objects.requireNonNull(events.get(event.number));
    }

    static Guest guest(String name) {
        return new Guest(name, Sector.PUBLIC, "Sedge Library", true);
    }

    static String key(Event event, String name) {
        return event.number + " " + name;
    }

    AttendanceId attendance(Event event, String name) {
        return Objects.requireNonNull(attendances.get(key(event, name)), () -> key(event, name));
    }

    void book(Event event) {
        var starts = event.day.atTime(18, 30);
        var published = region.publish(
                EventKind.SOCIAL,
                event.title,
                "",
                starts,
                starts.plusMinutes(150),
                400,
                RegionPeople.venue("The Moorhen", "Quayside 4, Fenbridge", ""));
        events.put(event.number, published);
        var before = clock.instant();
        var booked = Stream.concat(
                        event.places.keySet().stream()
                                .filter(name -> !place(event, name).walkedIn()),
                        event.cancelled.keySet().stream())
                .toList();
        region.crowd().sideBySide(booked, name -> {
            var place = event.places.getOrDefault(name, new Place("PUBLIC", false, true, false));
            services.bookings()
                    .ask(
                            Caller.everybody(),
                            region.crowd().formId(),
                            new BookingWish(
                                    published.id(),
                                    name,
                                    guest(name).email(),
                                    "Sedge Library",
                                    Sector.valueOf(place.sector()),
                                    place.newcomer(),
                                    place.listed(),
                                    true,
                                    true));
            return name;
        });
        region.crowd().sideBySide(booked, name -> {
            var guest = guest(name);
            var booking = region.bookings()
                    .confirm(published, guest, region.bookings().linkMailed(published, guest, before));
            bookings.put(key(event, name), booking);
            attendances.put(key(event, name), booking.attendance());
            return name;
        });
        event.cancelled.forEach((name, reason) -> region.bookings()
                .cancel(Objects.requireNonNull(bookings.get(key(event, name))), AbsenceReason.valueOf(reason)));
        services.door()
                .nameHosts(
                        organiser,
                        published.id(),
                        new Hosts(event.hosts.stream()
                                .map(name -> attendance(event, name))
                                .toList()));
    }

    private static Place place(Event event, String name) {
        return Objects.requireNonNull(event.places.get(name));
    }

    void arrive(Event event) {
        var evening = of(event);
        var guests = Stream.concat(event.here.stream(), event.undone.stream())
                .filter(name -> !place(event, name).walkedIn())
                .map(name -> Objects.requireNonNull(bookings.get(key(event, name))))
                .toList();
        region.arrive(guests);
        for (var name : event.undone) {
            services.door().undo(organiser, evening.id(), attendance(event, name));
        }
        for (var name : event.here) {
            var place = place(event, name);
            if (place.walkedIn()) {
                var came = services.door()
                        .walkIn(
                                organiser,
                                evening.id(),
                                new WalkIn(
                                        region.crowd().formId(),
                                        name,
                                        guest(name).email(),
                                        Sector.valueOf(place.sector()),
                                        place.newcomer(),
                                        place.listed(),
                                        true));
                attendances.put(key(event, name), Objects.requireNonNull(came.attendance()));
            }
        }
        region.awaitHere(evening, event.here.size());
    }

    /** Whoever will answer has been asked; those who were missed are asked after the others. */
    void awaitAsked(Event event) {
        event.answers.keySet().forEach(writer -> awaitForm(event, writer));
    }

    private void awaitForm(Event event, String writer) {
        Patience.untilTrue(writer + " to be asked about " + event.title, () -> {
            try {
                var pass = pass(event, writer);
                services.feedback().answer(pass.caller(), pass.attendance());
                return true;
            } catch (ServiceRefusal notYet) {
                return false;
            }
        });
    }

    // ---- what they say ----

    AnswerPass pass(Event event, String writer) {
        return new AnswerPass(attendance(event, writer), of(event).id(), 1);
    }

    void answer(Event event) {
        region.crowd().sideBySide(List.copyOf(event.answers.keySet()), writer -> {
            answer(
                    event,
                    writer,
                    Objects.requireNonNullElseGet(
                            event.early.get(writer), () -> Objects.requireNonNull(event.answers.get(writer))));
            return writer;
        });
        for (var words : event.comments) {
            var writer = words.replace("Words of ", "");
            services.feedback()
                    .comment(
                            pass(event, writer).caller(),
                            new Comment(region.crowd().formId(), words));
        }
        region.awaitAnswered(of(event), event.counted().size());
    }

    private void answer(Event event, String writer, Answer answer) {
        var pass = pass(event, writer);
        var me = pass.caller();
        var at = pass.attendance();
        var feedback = services.feedback();
        var fresh = fresh(event, writer, answer);
        feedback.save(me, at, new HowWasIt(answer.worthComing(), answer.feltWelcome()));
        if (answer.changed()) {
            feedback.save(me, at, new NewPeople(fresh.subList(0, fresh.size() / 2), List.of()));
            feedback.save(me, at, new HowWasIt(6 - answer.worthComing(), 3));
            feedback.save(me, at, new HowWasIt(answer.worthComing(), answer.feltWelcome()));
        }
        feedback.save(me, at, new NewPeople(fresh, others(answer)));
        feedback.save(
                me, at, new FamiliarPeople(familiar(event, writer, answer), KnownBefore.valueOf(answer.knownBefore())));
        finish(event, writer, answer);
    }

    /** On the form's last days some say it all otherwise; whoever has gone off the list meanwhile is named by nobody anew. */
    void changeAnswers(Event event) {
        region.crowd().sideBySide(List.copyOf(event.early.keySet()), writer -> {
            var early = Objects.requireNonNull(event.early.get(writer));
            Optional.ofNullable(event.wouldName.get(writer)).ifPresent(name -> {
                var pass = pass(event, writer);
                var people = new ArrayList<>(fresh(event, writer, early));
                people.add(new NewPerson(Who.attending(attendance(event, name))));
                refused(
                        event,
                        writer,
                        "",
                        () -> services.feedback()
                                .save(pass.caller(), pass.attendance(), new NewPeople(people, others(early))));
            });
            change(event, writer, early, Objects.requireNonNull(event.answers.get(writer)));
            return writer;
        });
    }

    /** The known ones first, with those of them who are new now and move over with the second step, as pages save it. */
    private void change(Event event, String writer, Answer before, Answer answer) {
        var pass = pass(event, writer);
        var me = pass.caller();
        var at = pass.attendance();
        var fresh = fresh(event, writer, answer);
        var known = new ArrayList<>(familiar(event, writer, answer));
        familiar(event, writer, before).stream()
                .filter(one -> fresh.contains(new NewPerson(one.who())))
                .forEach(known::add);
        services.feedback().save(me, at, new HowWasIt(answer.worthComing(), answer.feltWelcome()));
        services.feedback().save(me, at, new FamiliarPeople(known, KnownBefore.valueOf(answer.knownBefore())));
        services.feedback().save(me, at, new NewPeople(fresh, others(answer)));
        finish(event, writer, answer);
    }

    private List<NewPerson> fresh(Event event, String writer, Answer answer) {
        return answer.met().stream()
                .filter(side -> side.before().equals("NEW"))
                .map(side -> new NewPerson(who(event, writer, side)))
                .toList();
    }

    private List<FamiliarPerson> familiar(Event event, String writer, Answer answer) {
        return answer.met().stream()
                .filter(side -> !side.before().equals("NEW"))
                .map(side -> new FamiliarPerson(who(event, writer, side), HowWell.valueOf(side.before())))
                .toList();
    }

    private static List<Others> others(Answer answer) {
        return answer.others().entrySet().stream()
                .map(group -> new Others(Sector.valueOf(group.getKey()), group.getValue()))
                .toList();
    }

    /** The last two steps, and the button. */
    private void finish(Event event, String writer, Answer answer) {
        var pass = pass(event, writer);
        var me = pass.caller();
        var at = pass.attendance();
        var talks = answer.met().stream()
                .filter(side -> !side.talk().equals(PlainRegion.NOT_SAID))
                .map(side -> new Chat(
                        who(event, writer, side),
                        side.talk().equals("USEFUL"),
                        side.again().equals("MAYBE"),
                        side.introducedBy().isEmpty()
                                ? new Introduction(IntroducedBy.NOT_SAID, "")
                                : new Introduction(
                                        IntroducedBy.ATTENDANCE,
                                        attendance(event, side.introducedBy()).value()),
                        true))
                .toList();
        if (!talks.isEmpty()) {
            services.feedback().save(me, at, new Chats(talks));
        }
        services.feedback()
                .save(
                        me,
                        at,
                        new AnythingElse(
                                FamiliarFaces.valueOf(answer.familiar()),
                                org.natter.web.services.FeedbackApi.Came.valueOf(answer.company())));
        if (answer.sent()) {
            services.feedback().send(me, at);
        }
    }

    /** Once the form has closed whatever somebody would still say is refused, and what they said can be read as it was. */
    void sayTooMuch(Event event) {
        region.crowd().sideBySide(List.copyOf(event.tooLate), writer -> {
            awaitForm(event, writer);
            var pass = pass(event, writer);
            var me = pass.caller();
            var at = pass.attendance();
            var feedback = services.feedback();
            var stands = feedback.answer(me, at);
            var somebody = event.here.stream()
                    .filter(name -> !name.equals(writer) && place(event, name).listed())
                    .limit(1)
                    .map(name -> new NewPerson(Who.attending(attendance(event, name))))
                    .toList();
            refused(event, writer, CLOSED, () -> feedback.save(me, at, new HowWasIt(1, 1)));
            refused(event, writer, CLOSED, () -> feedback.save(me, at, new NewPeople(somebody, List.of())));
            refused(
                    event,
                    writer,
                    CLOSED,
                    () -> feedback.save(me, at, new FamiliarPeople(List.of(), KnownBefore.MOST)));
            refused(event, writer, CLOSED, () -> feedback.save(me, at, new Chats(List.of())));
            refused(event, writer, CLOSED, () -> feedback.send(me, at));
            refused(
                    event,
                    writer,
                    CLOSED,
                    () -> feedback.comment(me, new Comment(region.crowd().formId(), "Late words of " + writer)));
            if (!feedback.answer(me, at).equals(stands)) {
                throw new IllegalStateException(writer + " changed what had closed: " + event.title);
            }
            return writer;
        });
    }

    private static void refused(Event event, String writer, String why, Runnable saying) {
        try {
            saying.run();
        } catch (ServiceRefusal refusal) {
            if (refusal.slug().contains(why)) {
                return;
            }
            throw refusal;
        }
        throw new IllegalStateException(writer + " was not refused: " + event.title);
    }

    private Who who(Event event, String writer, Side side) {
        return side.label()
                ? Who.labelled(label(event, writer, side.who()))
                : Who.attending(attendance(event, side.who()));
    }

    LabelId label(Event event, String writer, String words) {
        return labels.computeIfAbsent(
                key(event, writer) + words,
                first -> services.writers()
                        .label(pass(event, writer).caller(), of(event).id(), new LabelWish(words))
                        .label());
    }

    /** Whoever met somebody is asked again, and may look at their answer once more. */
    private void awaitAskedAgain(Event event) {
        event.answers.forEach((writer, answer) -> {
            if (!answer.met().isEmpty()) {
                awaitForm(event, writer);
            }
        });
    }

    /** How many things were told. */
    int tellWhatCame(Event event, int after) {
        if (after > 0) {
            awaitAskedAgain(event);
        }
        var told = plain.outcomes.stream()
                .filter(came -> came.event() == event.number && came.toldAfter() == after)
                .toList();
        region.crowd().sideBySide(told, came -> {
            tell(event, came);
            return came;
        });
        return told.size();
    }

    private void tell(Event event, Came came) {
        var credited = came.credited().isEmpty()
                ? List.of(new Credit(CreditKind.OVERHEARD, ""))
                : came.credited().stream()
                        .map(side -> new Credit(
                                side.label() ? CreditKind.LABEL : CreditKind.ATTENDANCE,
                                who(event, came.writer(), side).id()))
                        .toList();
        services.feedback()
                .report(
                        pass(event, came.writer()).caller(),
                        new Outcome(
                                new FormId(came.id()),
                                OutcomeKind.valueOf(came.kind()),
                                Direction.valueOf(came.direction()),
                                came.month().getYear(),
                                came.month().getMonthValue(),
                                credited));
    }

    /** Some take themselves off the list when others have ticked them already. */
    void hide(Event event, Set<String> people) {
        for (var name : people) {
            services.bookings()
                    .choose(
                            Caller.everybody(),
                            new ListChoice(
                                    Objects.requireNonNull(bookings.get(key(event, name)))
                                            .link()
                                            .token(),
                                    false));
        }
    }
}
