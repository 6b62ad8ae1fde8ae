package org.natter.local.story;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.LocalStack;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.Venue;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.Sector;

/**
 * One evening, all the way round: published, booked, confirmed, checked in, asked about the next morning, answered, told
 * again three months later; over HTTP, SMTP and Kafka, on a stack nobody has used yet.
 *
 * <p>Each step prints a line; the first that does not hold ends the journey. At the end every Kafka record is read, and no
 * name, address or free text may be in any of them.
 */
public final class Journey {

    /** When the journey's clock starts: eight days before its evening. */
    public static final Instant BEGINS = Instant.parse("2026-10-07T09:00:00Z");

    private static final String CANARY = "Zzcanary Quaxley";
    private static final String LABEL = "H, zzcanary scarf";
    private static final String COMMENT = "More zzcanary chairs, please.";
    private static final LocalDateTime STARTS = LocalDateTime.of(2026, 10, 15, 18, 30);
    private static final Venue MOORHEN =
            RegionPeople.venue("The Moorhen", "Quayside 4, Fenbridge", "The back room, ask at the bar.");

    private static final Guest WREN = new Guest(CANARY, Sector.COLLEGE, "Zzcanary College", true);
    private static final Guest IONA = new Guest("Iona Stroud", Sector.HEALTH, "Fenbridge Hospital", true);
    private static final Guest TOBIAS = new Guest("Tobias Quill", Sector.PUBLIC, "Fenbridge Library", true);
    private static final Guest AMARA = new Guest("Amara Teal", Sector.UNIVERSITY, "Cam University", true);
    private static final Guest LEO = new Guest("Leo Withy", Sector.SCHOOL, "Sedge School", true);
    private static final List<Guest> GUESTS = List.of(WREN, IONA, TOBIAS, AMARA, LEO);

    private final LocalStack stack;
    private final AdjustableClock clock;
    private final Consumer<String> out;
    private final ServiceApis services;
    private final MailReader mails;
    private final OwnHistory wrens;

    public Journey(LocalStack stack, AdjustableClock clock, Consumer<String> out) {
        this.stack = stack;
        this.clock = clock;
        this.out = out;
        this.services = ServiceApis.of(stack.ports(), stack.keys(), clock);
        this.mails = new MailReader(stack.mailbox());
        this.wrens = new OwnHistory(WREN, services, mails, clock);
    }

    /** Something to do between two steps, such as stopping and starting a service. */
    @FunctionalInterface
    public interface Interlude {
        void between(String step);
    }

    /** Goes all the way round; true if all of it held. */
    public boolean run() {
        return run(step -> {});
    }

    /** The same with interludes, each told which step has just held. */
    public boolean run(Interlude interlude) {
        var steps = new Steps(interlude);
        try (var region = steps.next(
                "set up", "an owner and one region", () -> NetworkSetUp.setUp(stack, mails, clock, services, 7))) {
            var evening = steps.next(
                    "publish", "open for booking in attendee-service by way of Kafka", () -> publish(region));
            var bookings = steps.next(
                    "book and confirm",
                    "five links from five mails, the overview says 5 booked",
                    () -> book(region, evening));
            steps.next("check in", "four arrive, the overview says 4 here", () -> checkIn(region, evening, bookings));
            steps.next(
                    "next morning",
                    "the four who came are asked how it was, the fifth whether they made it",
                    () -> askTheNextMorning(region, evening));
            steps.next(
                    "answer",
                    "two of four, the organiser reads that 2 answered",
                    () -> answer(region, evening, bookings));
            steps.next("history", "whom " + CANARY + " met is in their own history only", this::history);
            steps.next(
                    "three months later",
                    "asked by mail, and what came of it is in the history",
                    () -> threeMonthsLater(region, bookings));
            steps.next("Kafka", "no name, address or free text in any record", this::scan);
            steps.next(
                    "pages",
                    "the history opens by a mailed link, the dashboard knows numbers but no names",
                    () -> new OwnPages(stack.ports(), mails).open(WREN, IONA, GUESTS, clock.instant()));
            print(region, evening);
            return true;
        } catch (RuntimeException e) {
            out.accept("FAILED  " + steps.present + ": " + e.getMessage());
            return false;
        }
    }

    /** Each step by name, printed when it has held. */
    private final class Steps {

        private final Interlude interlude;
        private String present = "";

        Steps(Interlude interlude) {
            this.interlude = interlude;
        }

        <T> T next(String name, String what, Supplier<T> step) {
            present = name;
            var made = step.get();
            out.accept("ok      " + name + ": " + what);
            interlude.between(name);
            return made;
        }

        void next(String name, String what, Runnable step) {
            next(name, what, () -> {
                step.run();
                return name;
            });
        }
    }

    private PublishedEvent publish(RegionPeople region) {
        return region.publish(
                EventKind.SOCIAL,
                "Riverside pub evening",
                "A relaxed evening; come alone, most people do.",
                STARTS,
                STARTS.plusMinutes(150),
                5,
                MOORHEN);
    }

    private List<GuestBooking> book(RegionPeople region, PublishedEvent evening) {
        var bookings = region.book(evening, GUESTS);
        region.awaitBooked(evening, 5);
        return bookings;
    }

    private void checkIn(RegionPeople region, PublishedEvent evening, List<GuestBooking> bookings) {
        clock.moveTo(evening.startsAt().plusSeconds(300));
        region.arrive(StorySoFar.without(bookings, LEO.name()));
        region.awaitHere(evening, 4);
    }

    private void askTheNextMorning(RegionPeople region, PublishedEvent evening) {
        clock.moveTo(evening.endsAt().plusSeconds(60));
        region.awaitConcluded(evening);
        var night = clock.instant();
        clock.moveToNextMorning();
        mails.await(WREN.email(), Answers.HOW_WAS_IT, night);
        region.awaitAsked(evening, 4);
        if (mails.find(LEO.email(), Answers.HOW_WAS_IT, night).isPresent()) {
            throw new IllegalStateException("Somebody who did not come was asked how it was.");
        }
    }

    private void answer(RegionPeople region, PublishedEvent evening, List<GuestBooking> bookings) {
        var night = evening.endsAt();
        var says = region.answers();
        says.answer(
                bookingOf(WREN, bookings),
                FeedbackForm.says(5, 4)
                        .newly(IONA.name())
                        .somebody(LABEL)
                        .introduced(TOBIAS.name(), IONA.name())
                        .knewABit(TOBIAS.name())
                        .unnamed(Sector.SCHOOL, 1)
                        .withFamiliarFaces(FamiliarFaces.LESS_THAN_HALF),
                night);
        says.answer(
                bookingOf(IONA, bookings), FeedbackForm.says(4, 4).newly(CANARY).knewBefore(KnownBefore.NONE), night);
        says.comment(WREN, night, COMMENT);
        says.keepForThemself(WREN, night, "zzcanary: large print to give away");
        region.awaitAnswered(evening, 2);
    }

    private void history() {
        var history = wrens.awaitMentionOf(IONA.name(), TOBIAS.name());
        if (OwnHistory.mentions(history, AMARA.name())) {
            throw new IllegalStateException("The history names somebody who was not met.");
        }
    }

    private void threeMonthsLater(RegionPeople region, List<GuestBooking> bookings) {
        var before = clock.instant();
        clock.moveByMonths(3);
        region.answers()
                .tell(
                        WREN,
                        before,
                        OutcomeKind.WORK_EXPERIENCE,
                        Direction.RECEIVED,
                        YearMonth.of(2027, 1),
                        Answers.thanksTo(bookingOf(IONA, bookings)));
        wrens.awaitOutcome(OutcomeKind.WORK_EXPERIENCE);
    }

    private static GuestBooking bookingOf(Guest guest, List<GuestBooking> bookings) {
        return bookings.stream()
                .filter(booking -> booking.guest().equals(guest))
                .findAny()
                .orElseThrow();
    }

    private void scan() {
        var forbidden =
                Set.of("zzcanary", "quaxley", "iona", "tobias quill", "amara", "withy", "@", ".example", "large print");
        new TopicScan(stack.kafka()).requireNothingOf(forbidden);
    }

    private void print(RegionPeople region, PublishedEvent evening) {
        out.accept("");
        out.accept("The history of " + CANARY + ", which nobody else can open:");
        ConsoleLines.ofHistory(wrens.read()).forEach(out);
        out.accept("The organiser's overview:");
        ConsoleLines.ofOverview(region.overview(evening), region.report(evening).orElseThrow())
                .forEach(out);
    }
}
