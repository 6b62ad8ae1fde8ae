package org.natter.local.story;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.LocalStack;
import org.natter.local.story.RegionOnPaper.Became;
import org.natter.local.story.RegionOnPaper.Evening;
import org.natter.local.story.RegionOnPaper.Place;
import org.natter.local.story.RegionOnPaper.Side;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.BookingApi.BookingWish;
import org.natter.web.services.Caller;
import org.natter.web.services.DoorApi.Hosts;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.FeedbackApi.AnythingElse;
import org.natter.web.services.FeedbackApi.Came;
import org.natter.web.services.FeedbackApi.Chat;
import org.natter.web.services.FeedbackApi.Chats;
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
import org.natter.web.services.FeedbackApi.ReportState;
import org.natter.web.services.RegionId;
import org.natter.web.services.Who;

/** An evening of a {@link RegionOnPaper} played by HTTP, from its first booking to the last question what came of it. */
final class PlayedEvening {

    private final Evening evening;
    private final LocalStack stack;
    private final ServiceApis services;
    private final RegionPeople region;
    private final AdjustableClock clock;
    private final AllMessages messages;
    private final RegionId where;
    private final Map<String, GuestBooking> bookings = new HashMap<>();

    PlayedEvening(Evening evening, LocalStack stack, ServiceApis services, RegionPeople region, AdjustableClock clock) {
        this.evening = evening;
        this.stack = stack;
        this.services = services;
        this.region = region;
        this.clock = clock;
        this.messages = new AllMessages(stack.kafka());
        this.where = services.events().regions(Caller.everybody()).get(0).region();
    }

    RegionId region() {
        return where;
    }

    void play() {
        try (var store =
                MongoClients.create("mongodb://127.0.0.1:" + stack.ports().mongodb() + "/?retryWrites=false")) {
            var day = evening.day();
            var organiser = Caller.organiser(region.crowd().id(), where.value());
            go(store, day.minusDays(7), LocalTime.NOON);
            var starts = day.atTime(18, 30);
            var published = region.publish(
                    EventKind.SOCIAL,
                    evening.title(),
                    "",
                    starts,
                    starts.plusMinutes(150),
                    400,
                    RegionPeople.venue("The Moorhen", "Quayside 4, Fenbridge", ""));
            book(published);
            go(store, day.minusDays(3), LocalTime.NOON);
            evening.places().stream()
                    .filter(place -> place.became() == Became.CANCELLED)
                    .forEach(place -> region.bookings().cancel(booking(place), AbsenceReason.OTHER));
            go(store, day.minusDays(2), LocalTime.NOON);
            services.door()
                    .nameHosts(
                            organiser,
                            published.id(),
                            new Hosts(evening.hosts().stream()
                                    .map(this::attendance)
                                    .toList()));
            go(store, day.minusDays(1), LocalTime.of(12, 30));
            go(store, day, LocalTime.of(18, 35));
            var came = evening.places().stream().filter(Place::came).toList();
            region.arrive(came.stream().map(this::booking).toList());
            region.awaitHere(published, came.size());
            go(store, day, LocalTime.of(21, 1));
            region.awaitConcluded(published);
            go(store, day.plusDays(1), LocalTime.of(10, 6));
            region.awaitAsked(published, came.size());
            go(store, day.plusDays(3), LocalTime.NOON);
            came.stream().filter(place -> place.said() != null).forEach(place -> answer(published, place));
            go(store, day.plusDays(5), LocalTime.of(10, 6));
            go(store, day.plusDays(21), LocalTime.of(10, 6));
            Patience.untilTrue(
                    "the report",
                    () -> services.feedback()
                            .mixing(organiser, published.id())
                            .filter(report -> report.state() == ReportState.PUBLISHED)
                            .isPresent());
            go(store, day.plusMonths(3), LocalTime.of(10, 6));
            go(store, day.plusMonths(9), LocalTime.of(10, 6));
            awaitQuiet(store);
        }
    }

    private void book(PublishedEvent published) {
        var before = clock.instant();
        region.crowd().sideBySide(evening.places(), place -> {
            var guest = place.who().guest();
            services.bookings()
                    .ask(
                            Caller.everybody(),
                            region.crowd().formId(),
                            new BookingWish(
                                    published.id(),
                                    guest.name(),
                                    guest.email(),
                                    guest.organisation(),
                                    guest.sector(),
                                    place.newcomer(),
                                    true,
                                    true,
                                    true));
            return place;
        });
        for (var place : evening.places()) {
            var guest = place.who().guest();
            bookings.put(
                    place.attendance(),
                    region.bookings()
                            .confirm(published, guest, region.bookings().linkMailed(published, guest, before)));
        }
        region.awaitBooked(published, evening.places().size());
    }

    private void answer(PublishedEvent published, Place place) {
        var said = Objects.requireNonNull(place.said());
        var pass = new AnswerPass(attendance(place), published.id(), 1);
        var me = pass.caller();
        var at = pass.attendance();
        var feedback = services.feedback();
        feedback.save(me, at, new HowWasIt(said.worthComing(), said.feltWelcome()));
        feedback.save(
                me,
                at,
                new NewPeople(
                        said.met().stream()
                                .filter(side -> side.before().equals("NEW"))
                                .map(side -> new NewPerson(who(side)))
                                .toList(),
                        List.of()));
        feedback.save(
                me,
                at,
                new FamiliarPeople(
                        said.met().stream()
                                .filter(side -> !side.before().equals("NEW"))
                                .map(side -> new FamiliarPerson(who(side), HowWell.valueOf(side.before())))
                                .toList(),
                        KnownBefore.NOT_SAID));
        feedback.save(
                me,
                at,
                new Chats(said.met().stream()
                        .map(side -> new Chat(
                                who(side),
                                side.talk().equals("USEFUL"),
                                side.again().equals("MAYBE"),
                                new Introduction(IntroducedBy.NOT_SAID, ""),
                                true))
                        .toList()));
        feedback.save(me, at, new AnythingElse(FamiliarFaces.NOT_SAID, Came.NOT_SAID));
        feedback.send(me, at);
    }

    private Who who(Side side) {
        return Who.attending(attendance(evening.places().get(side.place())));
    }

    private GuestBooking booking(Place place) {
        return Objects.requireNonNull(bookings.get(place.attendance()));
    }

    private AttendanceId attendance(Place place) {
        return booking(place).attendance();
    }

    private void go(MongoClient store, LocalDate day, LocalTime time) {
        awaitQuiet(store);
        clock.moveTo(day.atTime(time).atZone(Story.ZONE).toInstant());
        awaitQuiet(store);
    }

    /** Everything that is due by now has been done and heard of. */
    private void awaitQuiet(MongoClient store) {
        for (var twice = 0; twice < 2; twice++) {
            messages.settle();
            Patience.untilTrue(
                    "mails and events that are due",
                    () -> isDone(store, "natter_attendee", "mail_queue", "nextAttemptAt")
                            && isDone(store, "natter_feedback", "agenda", "due"));
        }
    }

    private boolean isDone(MongoClient store, String database, String collection, String due) {
        return store.getDatabase(database)
                        .getCollection(collection)
                        .countDocuments(Filters.lte(due, Date.from(clock.instant())))
                == 0;
    }
}
