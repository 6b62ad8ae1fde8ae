package org.natter.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.clock.AdjustableClock;
import org.natter.local.stack.DataDirectory;
import org.natter.local.stack.LocalStack;
import org.natter.local.stack.Ports;
import org.natter.local.stack.RealParts;
import org.natter.local.story.PlainNotebooks.Kept;
import org.natter.local.story.PlainNotebooks.Removed;
import org.natter.local.story.PlainRegion.Event;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi.ReportState;
import org.natter.web.services.RegionId;

/**
 * A region's two years go through the running system, by HTTP and messages; then every history and every report is compared
 * with a plain model that shares no line with it, again after all messages came twice and in any order, and again after the
 * histories were built anew. No part of a build: {@code local-stack/population} runs it.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // run by hand, on whatever else the machine does
class WholePopulation {

    private static final int PEOPLE = Integer.getInteger("natter.people", 300);
    private static final int EVENTS = Integer.getInteger("natter.events", 12);
    private static final long SEED = Long.getLong("natter.seed", 2027);
    private static final LocalTime MORNING = LocalTime.of(10, 6);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final PlainRegion plain = PlainRegion.of(SEED, PEOPLE, EVENTS);
    private final PlainReports reports = new PlainReports(plain);
    private final List<String> differences = new ArrayList<>();

    @TempDir
    private Path folder;

    private AdjustableClock clock;
    private ServiceApis services;
    private MailReader mails;
    private AllMessages messages;
    private RegionPeople region;
    private PlayedRegion played;
    private KeptByHand byHand;
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
                    played = new PlayedRegion(plain, services, people, organiser, clock);
                    byHand = new KeptByHand(plain, played, services, mails, clock);
                    messages = new AllMessages(stack.kafka());
                    live();
                    plain.people.stream().filter(this::isKnown).forEach(byHand::choose);
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
            var lastDay = event.number % 2 == 0;
            moments.add(at(day.minusDays(7), NOON, () -> played.book(event)));
            moments.add(at(day, LocalTime.of(18, 35), () -> played.arrive(event)));
            moments.add(at(day, LocalTime.of(21, 1), () -> region.awaitConcluded(played.of(event))));
            moments.add(at(day.plusDays(1), MORNING, () -> played.awaitAsked(event)));
            moments.add(at(day.plusDays(3), NOON, () -> played.answer(event)));
            moments.add(at(day.plusDays(4), NOON, () -> hideSoon(event)));
            moments.add(at(day.plusDays(10), NOON, () -> tellWhatCame(event, 0)));
            moments.add(at(
                    day.plusDays(lastDay ? 14 : 13),
                    lastDay ? LocalTime.of(23, 50) : NOON,
                    () -> changeAnswers(event)));
            moments.add(at(day.plusDays(15), LocalTime.of(0, 1), () -> played.sayTooMuch(event)));
            moments.add(at(day.plusDays(15), NOON, () -> played.hide(event, event.unlistedLater)));
            moments.add(at(day.plusDays(21), MORNING, () -> report(event)));
            moments.add(at(day.plusDays(44), NOON, () -> played.sayTooMuch(event)));
            moments.add(at(day.plusMonths(3), MORNING, () -> tellWhatCame(event, 3)));
            moments.add(at(day.plusMonths(9), MORNING, () -> tellWhatCame(event, 9)));
        }
        for (var kept : plain.notebooks.all()) {
            moments.add(at(kept.when(), LocalTime.of(13, 0), () -> keep(kept)));
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

    /** Whoever changes an answer later does so long after everybody has heard of it. */
    private void hideSoon(Event event) {
        played.hide(event, event.unlistedSoon);
        messages.settle();
    }

    private void changeAnswers(Event event) {
        messages.settle();
        played.changeAnswers(event);
    }

    private void tellWhatCame(Event event, int after) {
        var told = played.tellWhatCame(event, after);
        if (after > 0) {
            say("%s, %d months after: %d things came of it", event.title, after, told);
        }
    }

    private void report(Event event) {
        Patience.untilTrue(
                "the report of " + event.title,
                () -> services.feedback()
                        .mixing(organiser, played.of(event).id())
                        .filter(report -> report.state() == ReportState.PUBLISHED)
                        .isPresent());
        compare(event, "on day 21");
        say("%s: %d came, %d answered", event.title, event.here.size(), event.answers.size());
    }

    private void awaitSeason(int year) {
        Patience.untilTrue(
                "the year " + year,
                () -> services.feedback().chatting(organiser, where).seasons().stream()
                        .anyMatch(season -> season.year() == year));
    }

    /** What somebody keeps of somebody else shows in their own history alone. */
    private void keep(Kept kept) {
        if (kept.about().isEmpty()
                || kept instanceof Removed) { // whoever is taken out is no longer told "you both said so"
            byHand.keep(kept);
            return;
        }
        messages.settle();
        var before = byHand.lines(kept.about());
        byHand.keep(kept);
        messages.settle();
        compare("the history of " + kept.about(), "after " + kept, before, byHand.lines(kept.about()));
    }

    /** Whether they ever asked for a place or came. */
    private boolean isKnown(String name) {
        return plain.events.stream()
                .anyMatch(event -> event.places.containsKey(name) || event.cancelled.containsKey(name));
    }

    // ---- compared ----

    private void compare(String when) {
        var found = differences.size();
        plain.events.forEach(event -> compare(event, when));
        var seasons = new TreeMap<Integer, String>();
        services.feedback()
                .chatting(organiser, where)
                .seasons()
                .forEach(season -> seasons.put(season.year(), InLines.line(season)));
        for (var year : plain.years()) {
            compare(
                    "the year " + year,
                    when,
                    List.of(reports.of(year)),
                    List.of(seasons.getOrDefault(year, "nothing")));
        }
        var known = plain.people.stream().filter(this::isKnown).toList();
        var read = region.crowd().sideBySide(known, name -> byHand.lines(name));
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
        compare(
                "the report of " + event.title,
                when,
                reports.of(event),
                InLines.lines(
                        services.feedback()
                                .feedback(organiser, played.of(event).id())
                                .orElseThrow(),
                        services.feedback()
                                .mixing(organiser, played.of(event).id())
                                .orElseThrow()));
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
}
