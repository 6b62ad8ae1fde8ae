package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.local.story.PlainRegion.Answer;
import org.natter.local.story.PlainRegion.Came;
import org.natter.local.story.PlainRegion.Event;
import org.natter.local.story.PlainRegion.Place;
import org.natter.local.story.PlainRegion.Side;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.AttendanceId;
import org.natter.web.services.AttendeeApi.Acquaintance;
import org.natter.web.services.AttendeeApi.BookingWish;
import org.natter.web.services.AttendeeApi.CameOfIt;
import org.natter.web.services.AttendeeApi.CancelReason;
import org.natter.web.services.AttendeeApi.Choices;
import org.natter.web.services.AttendeeApi.Evening;
import org.natter.web.services.AttendeeApi.History;
import org.natter.web.services.AttendeeApi.Hosts;
import org.natter.web.services.AttendeeApi.LabelWish;
import org.natter.web.services.AttendeeApi.ListChoice;
import org.natter.web.services.AttendeeApi.MeetingWish;
import org.natter.web.services.AttendeeApi.OwnOutcome;
import org.natter.web.services.AttendeeApi.PageWish;
import org.natter.web.services.AttendeeApi.WalkIn;
import org.natter.web.services.Caller;
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
import org.natter.web.services.FeedbackApi.Mixing;
import org.natter.web.services.FeedbackApi.NewPeople;
import org.natter.web.services.FeedbackApi.NewPerson;
import org.natter.web.services.FeedbackApi.Others;
import org.natter.web.services.FeedbackApi.Outcome;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FeedbackApi.ReportState;
import org.natter.web.services.FeedbackApi.Season;
import org.natter.web.services.FeedbackApi.Told;
import org.natter.web.services.FormId;
import org.natter.web.services.LabelId;
import org.natter.web.services.RegionId;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.Who;

/**
 * A region's two years go through the running system, by HTTP and messages; then every history and every report is compared
 * with a plain model that shares no line with it, again after all messages came twice and in any order, and again after the
 * histories were built anew. No part of a build: {@code local-stack/population} runs it.
 */
class WholePopulation {

    private static final int PEOPLE = Integer.getInteger("natter.people", 300);
    private static final int EVENTS = Integer.getInteger("natter.events", 12);
    private static final long SEED = Long.getLong("natter.seed", 2027);
    private static final LocalTime MORNING = LocalTime.of(10, 6);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final PlainRegion plain = PlainRegion.of(SEED, PEOPLE, EVENTS);
    private final PlainReports reports = new PlainReports(plain);
    private final Map<Integer, PublishedEvent> events = new HashMap<>();
    private final Map<String, GuestBooking> bookings = new ConcurrentHashMap<>();
    private final Map<String, AttendanceId> attendances = new ConcurrentHashMap<>();
    private final Map<String, LabelId> labels = new ConcurrentHashMap<>();
    private final Map<String, OwnHistory> histories = new ConcurrentHashMap<>();
    private final List<String> differences = new ArrayList<>();

    @TempDir
    private Path folder;

    private AdjustableClock clock;
    private ServiceApis services;
    private MailReader mails;
    private RegionPeople region;
    private Caller organiser;
    private RegionId where;

    @Test
    void everyHistoryAndEveryReportIsWhatAPlainModelReckons() throws InterruptedException {
        var begins = plain.events.get(0).day.minusDays(20).atTime(NOON).atZone(Story.ZONE);
        try (var data = DataDirectory.open(folder.resolve("data"))) {
            clock = AdjustableClock.keptIn(data.path("clock"), begins.toInstant(), Story.ZONE);
            try (var stack = LocalStack.onClock(data, Ports.free(), RealParts.none(), clock, line -> {})) {
                stack.start();
                services = ServiceApis.of(stack.ports(), stack.keys(), clock);
                mails = new MailReader(stack.mailbox());
                try (var people = NetworkSetUp.setUp(stack, mails, clock, services, SEED)) {
                    region = people;
                    where = services.events().regions(Caller.everybody()).get(0).region();
                    organiser = Caller.organiser(people.crowd().id(), where.value());
                    var messages = new AllMessages(stack.kafka());
                    live();
                    addByHand();
                    messages.settle();
                    compare("as it happened");
                    var sent = mails.count("", Instant.EPOCH);
                    say("%d messages told twice, in any order", messages.tellAgain(new Random(SEED)));
                    compare("after all messages came twice and in any order");
                    assertThat(mails.count("", Instant.EPOCH) - sent)
                            .as("mails sent because of what was told again")
                            .isZero();
                    say(
                            "the histories were built anew %s",
                            stack.buildHistoriesAnew().orElseThrow());
                    compare("after they were built anew");
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    // ---- two years ----

    private record Moment(Instant at, Runnable act) {}

    private void live() {
        var moments = new ArrayList<Moment>();
        for (var event : plain.events) {
            var day = event.day;
            moments.add(at(day.minusDays(7), NOON, () -> book(event)));
            moments.add(at(day, LocalTime.of(18, 35), () -> arrive(event)));
            moments.add(at(day, LocalTime.of(21, 1), () -> region.awaitConcluded(of(event))));
            moments.add(at(day.plusDays(1), MORNING, () -> awaitAsked(event)));
            moments.add(at(day.plusDays(3), NOON, () -> answer(event)));
            moments.add(at(day.plusDays(10), NOON, () -> tellWhatCame(event, 0)));
            moments.add(at(day.plusDays(15), NOON, () -> hide(event)));
            moments.add(at(day.plusDays(21), MORNING, () -> report(event)));
            moments.add(at(day.plusMonths(3), MORNING, () -> tellWhatCame(event, 3)));
            moments.add(at(day.plusMonths(9), MORNING, () -> tellWhatCame(event, 9)));
        }
        for (var year : plain.years()) {
            moments.add(at(reports.settledOn(year), MORNING, () -> awaitSeason(year)));
        }
        moments.sort(Comparator.comparing(Moment::at));
        for (var moment : moments) {
            if (moment.at().isAfter(clock.instant())) {
                clock.moveTo(moment.at());
            }
            moment.act().run();
        }
    }

    private static Moment at(LocalDate day, LocalTime time, Runnable act) {
        return new Moment(day.atTime(time).atZone(Story.ZONE).toInstant(), act);
    }

    private PublishedEvent of(Event event) {
        return Objects.requireNonNull(events.get(event.number));
    }

    private static Guest guest(String name) {
        return new Guest(name, Sector.PUBLIC, "Sedge Library", true);
    }

    private static String key(Event event, String name) {
        return event.number + " " + name;
    }

    private AttendanceId attendance(Event event, String name) {
        return Objects.requireNonNull(attendances.get(key(event, name)), () -> key(event, name));
    }

    private void book(Event event) {
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
            services.attendees()
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
                .cancel(Objects.requireNonNull(bookings.get(key(event, name))), CancelReason.valueOf(reason)));
        services.attendees()
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

    private void arrive(Event event) {
        var evening = of(event);
        var guests = Stream.concat(event.here.stream(), event.undone.stream())
                .filter(name -> !place(event, name).walkedIn())
                .map(name -> Objects.requireNonNull(bookings.get(key(event, name))))
                .toList();
        region.arrive(guests);
        for (var name : event.undone) {
            services.attendees().undo(organiser, evening.id(), attendance(event, name));
        }
        for (var name : event.here) {
            var place = place(event, name);
            if (place.walkedIn()) {
                var came = services.attendees()
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
    private void awaitAsked(Event event) {
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

    private AnswerPass pass(Event event, String writer) {
        return new AnswerPass(attendance(event, writer), of(event).id(), 1);
    }

    private void answer(Event event) {
        region.crowd().sideBySide(List.copyOf(event.answers.keySet()), writer -> {
            answer(event, writer, Objects.requireNonNull(event.answers.get(writer)));
            return writer;
        });
        for (var words : event.comments) {
            var writer = words.replace("Words of ", "");
            services.feedback()
                    .comment(
                            pass(event, writer).caller(),
                            new Comment(region.crowd().formId(), words));
        }
        region.awaitAnswered(of(event), event.answers.size());
    }

    private void answer(Event event, String writer, Answer answer) {
        var pass = pass(event, writer);
        var me = pass.caller();
        var at = pass.attendance();
        var feedback = services.feedback();
        var fresh = answer.met().stream()
                .filter(side -> side.before().equals("NEW"))
                .map(side -> new NewPerson(who(event, writer, side)))
                .toList();
        var familiar = answer.met().stream()
                .filter(side -> !side.before().equals("NEW"))
                .map(side -> new FamiliarPerson(who(event, writer, side), HowWell.valueOf(side.before())))
                .toList();
        var others = answer.others().entrySet().stream()
                .map(group -> new Others(Sector.valueOf(group.getKey()), group.getValue()))
                .toList();
        feedback.save(me, at, new HowWasIt(answer.worthComing(), answer.feltWelcome()));
        if (answer.changed()) {
            feedback.save(me, at, new NewPeople(fresh.subList(0, fresh.size() / 2), List.of()));
            feedback.save(me, at, new HowWasIt(6 - answer.worthComing(), 3));
            feedback.save(me, at, new HowWasIt(answer.worthComing(), answer.feltWelcome()));
        }
        feedback.save(me, at, new NewPeople(fresh, others));
        feedback.save(me, at, new FamiliarPeople(familiar, KnownBefore.valueOf(answer.knownBefore())));
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
            feedback.save(me, at, new Chats(talks));
        }
        feedback.save(
                me,
                at,
                new AnythingElse(
                        FamiliarFaces.valueOf(answer.familiar()), org.natter.web.services.FeedbackApi.Came.NOT_SAID));
        if (answer.sent()) {
            feedback.send(me, at);
        }
    }

    private Who who(Event event, String writer, Side side) {
        return side.label()
                ? Who.labelled(labels.computeIfAbsent(
                        key(event, writer) + side.who(),
                        first -> services.attendees()
                                .label(pass(event, writer).caller(), of(event).id(), new LabelWish(side.who()))
                                .label()))
                : Who.attending(attendance(event, side.who()));
    }

    /** Whoever met somebody is asked again, and may look at their answer once more. */
    private void awaitAskedAgain(Event event) {
        event.answers.forEach((writer, answer) -> {
            if (!answer.met().isEmpty()) {
                awaitForm(event, writer);
            }
        });
    }

    private void tellWhatCame(Event event, int after) {
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
        if (after > 0) {
            say("%s, %d months after: %d things came of it", event.title, after, told.size());
        }
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
    private void hide(Event event) {
        for (var name : event.unlistedLater) {
            Optional.ofNullable(bookings.get(key(event, name)))
                    .ifPresent(booking -> services.attendees()
                            .choose(
                                    Caller.everybody(),
                                    new ListChoice(booking.link().token(), false)));
        }
    }

    private void report(Event event) {
        Patience.untilTrue(
                "the report of " + event.title,
                () -> services.feedback()
                        .mixing(organiser, of(event).id())
                        .filter(report -> report.state() == ReportState.PUBLISHED)
                        .isPresent());
        compare(event, "on day 21");
        plain.removed.stream()
                .filter(one -> one.after() == event.number && event.number < EVENTS - 1)
                .forEach(this::remove);
        say("%s: %d came, %d answered", event.title, event.here.size(), event.answers.size());
    }

    private void awaitSeason(int year) {
        Patience.untilTrue(
                "the year " + year,
                () -> services.feedback().chatting(organiser, where).seasons().stream()
                        .anyMatch(season -> season.year() == year));
    }

    // ---- what they add by hand ----

    private OwnHistory historyOf(String owner) {
        return histories.computeIfAbsent(
                owner, name -> new OwnHistory(guest(name), services.attendees(), mails, clock));
    }

    /** Whether they ever asked for a place or came. */
    private boolean isKnown(String name) {
        return plain.events.stream()
                .anyMatch(event -> event.places.containsKey(name) || event.cancelled.containsKey(name));
    }

    private AcquaintanceId person(String owner, String whom) {
        return historyOf(owner).read().people().stream()
                .filter(one -> one.name().equals(whom))
                .map(Acquaintance::person)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(owner + " does not know " + whom));
    }

    private void keep(String owner, String whom, PageWish page) {
        services.attendees().keep(historyOf(owner).caller(), person(owner, whom), page);
    }

    private void remove(PlainRegion.Removed one) {
        keep(one.owner(), one.whom(), new PageWish(null, null, null, null, true));
    }

    private void addByHand() {
        plain.shares.forEach((name, shares) -> {
            if (isKnown(name)) {
                services.attendees()
                        .choose(historyOf(name).caller(), new Choices(shares.bothSaidSo(), shares.circles(), false));
            }
        });
        plain.added.forEach(one -> services.attendees()
                .add(
                        historyOf(one.owner()).caller(),
                        new MeetingWish(
                                new FormId(one.id()),
                                one.isElsewhere()
                                        ? null
                                        : of(plain.events.get(one.event())).id(),
                                one.isElsewhere() ? one.where() : null,
                                one.isElsewhere() ? one.on().toString() : null,
                                one.person().isEmpty() ? null : person(one.owner(), one.person()),
                                one.words().isEmpty() ? null : one.words(),
                                one.known(),
                                one.useful())));
        plain.pressed.forEach(one -> keep(
                one.owner(),
                one.whom(),
                new PageWish(null, one.metAgain() ? true : null, one.keptInTouch() ? true : null, null, null)));
        plain.ownOutcomes.forEach(one -> services.attendees()
                .tell(
                        historyOf(one.owner()).caller(),
                        new OwnOutcome(
                                new FormId(one.id()),
                                OutcomeKind.valueOf(one.kind()),
                                Direction.valueOf(one.direction()),
                                one.month().getYear(),
                                one.month().getMonthValue(),
                                person(one.owner(), one.whom()),
                                "")));
        plain.really.forEach(one -> services.attendees()
                .keep(
                        historyOf(one.owner()).caller(),
                        new AcquaintanceId(Objects.requireNonNull(
                                        labels.get(key(plain.events.get(one.event()), one.owner()) + one.words()))
                                .value()),
                        new PageWish(null, null, null, person(one.owner(), one.whom()), null)));
        plain.removed.stream().filter(one -> one.after() == EVENTS - 1).forEach(this::remove);
    }

    // ---- compared ----

    private void compare(String when) {
        var found = differences.size();
        plain.events.forEach(event -> compare(event, when));
        var seasons = new TreeMap<Integer, String>();
        services.feedback()
                .chatting(organiser, where)
                .seasons()
                .forEach(season -> seasons.put(season.year(), line(season)));
        for (var year : plain.years()) {
            compare(
                    "the year " + year,
                    when,
                    List.of(reports.of(year)),
                    List.of(seasons.getOrDefault(year, "nothing")));
        }
        var known = plain.people.stream().filter(this::isKnown).toList();
        var read =
                region.crowd().sideBySide(known, name -> lines(historyOf(name).read()));
        var evenings = 0;
        for (var one = 0; one < known.size(); one++) {
            var name = known.get(one);
            var lines = read.get(one);
            evenings += (int)
                    lines.stream().filter(line -> line.startsWith("evening")).count();
            compare("the history of " + name, when, PlainHistory.of(plain, name), lines);
        }
        say(
                "%s: %d histories with %d evenings, %d reports, %d years; %d differ",
                when, known.size(), evenings, EVENTS, plain.years().size(), differences.size() - found);
    }

    private void compare(Event event, String when) {
        compare("the report of " + event.title, when, reports.of(event), lines(event));
    }

    private void compare(String what, String when, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            var missing = new ArrayList<>(expected);
            found.forEach(missing::remove);
            var unexpected = new ArrayList<>(found);
            expected.forEach(unexpected::remove);
            var difference = "%s, %s:%n  by the book %s%n  in the system %s".formatted(what, when, missing, unexpected);
            differences.add(difference);
            say("%s", difference);
        }
    }

    private static void say(String words, Object... figures) {
        System.out.printf(words + "%n", figures);
    }

    // ---- the same lines, of what the system says ----

    private List<String> lines(Event event) {
        var feedback = services.feedback().feedback(organiser, of(event).id()).orElseThrow();
        var mixing = services.feedback().mixing(organiser, of(event).id()).orElseThrow();
        var lines = new ArrayList<String>();
        lines.add("came %d answered %d".formatted(feedback.came(), feedback.answered()));
        var rated = feedback.feedback();
        if (rated != null) {
            add(lines, "worth coming ", rated.worthComing());
            add(lines, "felt welcome ", rated.feltWelcome());
            if (rated.familiarFaces() != null) {
                lines.add("familiar " + rated.familiarFaces());
            }
        }
        feedback.reasons().stream()
                .map(reason -> "stayed away " + reason.reason() + " " + reason.people())
                .sorted()
                .forEach(lines::add);
        feedback.comments().stream().sorted().forEach(words -> lines.add("word " + words));
        if (mixing.mixing() != null) {
            mixing(mixing.mixing(), lines);
        }
        return lines;
    }

    private static void mixing(Mixing mixing, List<String> lines) {
        lines.add("knit " + mixing.knit());
        if (mixing.recall() != null) {
            lines.add("recall " + mixing.recall());
        }
        if (mixing.again() != null) {
            lines.add("again " + mixing.again());
        }
        add(lines, "new faces ", mixing.newFaces());
        if (mixing.pull() != null) {
            lines.add("pull " + mixing.pull());
        }
        var sectors = mixing.sectors();
        if (sectors != null) {
            lines.add("sectors " + sectors.word()
                    + (sectors.room() == null ? "" : " room " + sectors.room() + " talks " + sectors.talks()));
            sectors.grid().stream()
                    .map(cell -> "cell "
                            + String.join(
                                    " ",
                                    Stream.of(cell.one().name(), cell.other().name())
                                            .sorted()
                                            .toList())
                            + " " + cell.word())
                    .sorted()
                    .forEach(lines::add);
        }
        if (mixing.newcomers() != null) {
            lines.add("newcomers " + mixing.newcomers());
        }
    }

    private static void add(List<String> lines, String what, @Nullable Told told) {
        if (told != null) {
            lines.add(what + told.band() + (told.percent() == null ? "" : " " + told.percent()));
        }
    }

    private static String line(Season season) {
        var said = season.sentence();
        var numbers = said == null ? null : said.numbers();
        return "year %d asked %d answered %d".formatted(season.year(), season.asked(), season.answered())
                + (said == null
                        ? ""
                        : " share %s base %s%s verdict %s pays %s numbers %s"
                                .formatted(
                                        said.share(),
                                        said.about() ? "about " : "",
                                        said.baseRate(),
                                        said.verdict(),
                                        said.payoff(),
                                        numbers == null
                                                ? "none"
                                                : numbers.goods() + "/" + numbers.beganAsAChat() + "/"
                                                        + numbers.chatPerHundred() + "/" + numbers.usefulPerHundred()))
                + (season.cameAgain() == null ? "" : " came again " + season.cameAgain());
    }

    private static List<String> lines(History history) {
        var lines = new ArrayList<String>();
        history.events().forEach(evening -> lines.addAll(lines(evening)));
        history.people()
                .forEach(one -> lines.add("knows %s met %d knew %s %s again %s touch %s both %s own words %s"
                        .formatted(
                                one.name(),
                                one.meetings(),
                                one.knewBefore(),
                                one.stage(),
                                one.metAgain(),
                                one.keptInTouch(),
                                one.bothSaidSo(),
                                one.labelled())));
        if (history.totals().sentence() != null) {
            lines.add("in all " + history.totals().sentence());
        }
        history.outcomes().forEach(came -> lines.add(line(came)));
        if (history.headline() != null) {
            lines.add("first of all " + history.headline());
        }
        history.facts().forEach(fact -> {
            lines.add("fact " + fact.fact());
            lines.add("  rests on " + fact.base());
        });
        history.anyGood().forEach(sentence -> lines.add("good " + sentence));
        if (history.totals().chatSentence() != null) {
            lines.add("chats " + history.totals().chatSentence());
        }
        history.chatting().stream()
                .filter(sentence -> !sentence.startsWith("You tell us") && !sentence.startsWith("Meanwhile"))
                .forEach(sentence -> lines.add("asks " + sentence));
        if (history.circles() != null) {
            lines.add("circles " + history.circles());
        }
        return lines;
    }

    private static List<String> lines(Evening evening) {
        var lines = new ArrayList<String>();
        lines.add("evening %s answered %s others %d".formatted(evening.title(), evening.answered(), evening.others()));
        evening.people()
                .forEach(met -> lines.add("  met %s of %s %s %s %s by %s both %s"
                        .formatted(
                                met.name(),
                                met.sector(),
                                met.before(),
                                met.talk(),
                                met.again(),
                                Objects.requireNonNullElse(met.introducedByName(), "nobody"),
                                met.bothSaidSo())));
        evening.introductions().forEach(chain -> lines.add("  led " + chain));
        evening.sentences().forEach(sentence -> lines.add("  says " + sentence));
        return lines;
    }

    private static String line(CameOfIt came) {
        return "came %s %s in %d chat %s overheard %s owed to %s"
                .formatted(
                        came.kind(),
                        came.direction(),
                        came.year() * 100 + came.month(),
                        came.beganAsChat(),
                        came.overheard(),
                        came.people());
    }
}
