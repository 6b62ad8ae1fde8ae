package org.natter.attendee.cpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.cpd.CpdEntry.Activity;
import org.natter.attendee.cpd.CpdPage.Line;
import org.natter.attendee.cpd.CpdPage.Reason;
import org.natter.attendee.history.ChatsThatCounted;
import org.natter.attendee.history.Circles;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.History;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.history.KnowAgain;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.history.Room;
import org.natter.attendee.history.SectorVariety;
import org.natter.attendee.history.Stage;
import org.natter.attendee.history.WhatCameOfIt;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** What a CPD record shows of what is known and what its owner wrote. */
class CpdCompositionTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private final List<AttendedEvent> events = new ArrayList<>();
    private final List<History.Evening> evenings = new ArrayList<>();
    private final List<History.Outcome> outcomes = new ArrayList<>();
    private final List<History.Acquaintance> acquaintances = new ArrayList<>();
    private final List<Sector> sectors = new ArrayList<>();
    private CpdRecord record = CpdRecord.EMPTY;

    @Test
    void theExampleOfTheMeasureSuggestsTwoHoursAndAQuarter() {
        attended(1, EventKind.TALK, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");

        assertThat(hours(1)).isEqualTo("2.25");
        assertThat(line(1).reason()).isEqualTo(Reason.CHECKED_IN);
        assertThat(line(1).on()).isEqualTo("2026-02-12");
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void aSocialEveningSuggestsNothingAndAllElseTheTimeThere(EventKind kind) {
        attended(1, kind, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");

        assertThat(hours(1)).isEqualTo(kind == EventKind.SOCIAL ? "0" : "2.25");
        assertThat(line(1).reason()).isEqualTo(kind == EventKind.SOCIAL ? Reason.SOCIAL : Reason.CHECKED_IN);
    }

    @Test
    void itsOwnerMaySayOtherwiseAlsoOfASocialEvening() {
        attended(1, EventKind.TALK, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");
        attended(2, EventKind.SOCIAL, "2026-03-12T18:30:00Z", "2026-03-12T21:00:00Z", "2026-03-12T18:42:00Z");
        say(1, 0);
        say(2, 3);

        assertThat(hours(1)).isEqualTo("0");
        assertThat(hours(2)).isEqualTo("0.75");
        assertThat(line(1).suggested()).isEqualTo(9);
    }

    @Test
    void whatWasCalledOffOrHasNoCheckInIsNothingWhateverItsOwnerSays() {
        event(1, EventKind.TALK, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z", true);
        event(2, EventKind.TALK, "2026-03-12T18:30:00Z", "2026-03-12T21:00:00Z", "", false);
        say(1, 4);
        say(2, 4);

        assertThat(page().lines()).extracting(Line::reason).containsExactly(Reason.NOT_CHECKED_IN, Reason.CALLED_OFF);
        assertThat(page().lines()).extracting(Line::quarters).containsOnly(0);
        assertThat(page().lines()).noneMatch(Line::hasHours);
        assertThat(page().lastYear()).isZero();
    }

    @Test
    void anEventMakesItsEntryOnceItIsOverForWhoeverWasThereOrSaysSo() {
        attended(1, EventKind.TALK, "2026-11-29T11:00:00Z", "2026-11-29T13:00:00Z", "2026-11-29T11:00:00Z");
        event(2, EventKind.TALK, "2026-03-12T18:30:00Z", "2026-03-12T21:00:00Z", "", false);
        event(3, EventKind.TALK, "2026-04-12T18:30:00Z", "2026-04-12T21:00:00Z", "", false);
        event(4, EventKind.TALK, "2026-05-12T18:30:00Z", "2026-05-12T21:00:00Z", "2026-05-12T18:30:00Z", true);
        evening(3, "2026-04-12T18:30:00Z", met("Iona", NewOrKnown.NEW));

        assertThat(page().lines()).extracting(Line::id).containsExactly(entry(3));
    }

    /** It has no entry that could show the time it took. */
    @Test
    void whatGoesOnStillTakesNoTimeFromWhatIsOver() {
        attended(1, EventKind.CONFERENCE, "2026-11-29T09:00:00Z", "2026-11-29T17:00:00Z", "2026-11-29T09:00:00Z");
        attended(2, EventKind.TALK, "2026-11-29T10:00:00Z", "2026-11-29T11:00:00Z", "2026-11-29T10:00:00Z");

        assertThat(hours(2)).isEqualTo("1");
        assertThat(line(2).reason()).isEqualTo(Reason.CHECKED_IN);
        assertThat(page().lastYear()).isEqualTo(4);
    }

    @Test
    void whatIsWrittenAboutBeforeItIsOverCountsOnceItIs() {
        attended(1, EventKind.TALK, "2026-11-29T11:00:00Z", "2026-11-29T13:00:00Z", "2026-11-29T11:00:00Z");
        event(2, EventKind.TALK, "2026-11-30T11:00:00Z", "2026-11-30T13:00:00Z", "", false);
        say(1, 8);
        say(2, 8);

        assertThat(page().lines()).extracting(Line::reason).containsOnly(Reason.NOT_OVER);
        assertThat(page().lines()).noneMatch(Line::hasHours);
        assertThat(page().lastYear()).isZero();
    }

    @Test
    void whoeverIsCheckedInOnceItIsOverHasNoTimeThere() {
        attended(1, EventKind.TALK, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T21:10:00Z");

        assertThat(hours(1)).isEqualTo("0");
        assertThat(line(1).reason()).isEqualTo(Reason.TOO_LATE);
        assertThat(line(1).hasHours()).isTrue();
    }

    /** The measure would count the night between them. */
    @Test
    void severalDaysSuggestNothingSinceNobodyIsCheckedInEachMorning() {
        attended(1, EventKind.CONFERENCE, "2026-02-12T10:00:00Z", "2026-02-13T16:00:00Z", "2026-02-12T09:50:00Z");
        attended(2, EventKind.TALK, "2026-03-12T21:00:00Z", "2026-03-13T00:30:00Z", "2026-03-12T21:00:00Z");

        assertThat(line(1).reason()).isEqualTo(Reason.SEVERAL_DAYS);
        assertThat(hours(1)).isEqualTo("0");
        assertThat(hours(2)).isEqualTo("3.5");
    }

    @Test
    void timeAtTwoEventsAtOnceCountsOnceAndASocialEveningTakesNone() {
        attended(1, EventKind.CONFERENCE, "2026-02-12T10:00:00Z", "2026-02-12T16:00:00Z", "2026-02-12T09:50:00Z");
        attended(2, EventKind.TALK, "2026-02-12T15:00:00Z", "2026-02-12T17:10:00Z", "2026-02-12T15:00:00Z");
        attended(3, EventKind.SOCIAL, "2026-02-12T09:00:00Z", "2026-02-12T18:00:00Z", "2026-02-12T09:00:00Z");

        assertThat(hours(1)).isEqualTo("6");
        assertThat(hours(2)).isEqualTo("1");
        assertThat(line(2).reason()).isEqualTo(Reason.OVERLAPS);
        assertThat(line(2).others()).containsExactly("Event 1");
        assertThat(line(1).others()).isEmpty();
        assertThat(LearningTime.hours(page().lastYear())).isEqualTo("7");
    }

    @Test
    void timeThatCountsElsewhereAltogetherSaysSoAndWithWhat() {
        attended(1, EventKind.TALK, "2026-02-12T10:00:00Z", "2026-02-12T12:00:00Z", "2026-02-12T10:00:00Z");
        attended(2, EventKind.TALK, "2026-02-12T10:30:00Z", "2026-02-12T11:00:00Z", "2026-02-12T10:30:00Z");

        assertThat(line(2).reason()).isEqualTo(Reason.OVERLAPS_WHOLLY);
        assertThat(line(2).others()).containsExactly("Event 1");
    }

    @Test
    void whatWentOnOverSeveralDaysIsFoundByEachOfThem() {
        attended(1, EventKind.CONFERENCE, "2026-10-21T09:00:00Z", "2026-10-22T15:00:00Z", "2026-10-21T09:00:00Z");
        var second = LocalDate.of(2026, 10, 22);

        assertThat(line(1).until()).isEqualTo(second);
        assertThat(page(new Dates(second, second)).lines()).hasSize(1);
        assertThat(page(new Dates(second.plusDays(1), null)).lines()).isEmpty();
        assertThat(page(new Dates(null, second.minusDays(2))).lines()).isEmpty();
    }

    @Test
    void anEntryUnderTheIdOfAnEventIsNoSecondLine() {
        attended(1, EventKind.TALK, "2026-02-12T10:00:00Z", "2026-02-12T12:00:00Z", "2026-02-12T10:00:00Z");
        own(1, "Course in Leeds", "2026-05-20", 96);

        assertThat(page().lines()).extracting(Line::title).containsExactly("Event 1");
    }

    @ParameterizedTest
    @CsvSource({"2025-11-29, 0", "2025-11-30, 4", "2026-11-29, 4"})
    void theLastTwelveMonthsEndToday(String day, int quarters) {
        own(1, "Course in Leeds", day, 4);

        assertThat(page().lastYear()).isEqualTo(quarters);
    }

    @Test
    void theDatesAskedForChooseEntriesAndLeaveTheLastTwelveMonthsAlone() {
        own(1, "Course in Leeds", "2026-05-20", 4);
        own(2, "Webinar", "2026-06-01", 3);
        attended(3, EventKind.TALK, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");
        evening(3, "2026-02-12T18:30:00Z", met("Iona", NewOrKnown.NEW));

        var may = page(new Dates(LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 31)));

        assertThat(may.lines()).extracting(Line::title).containsExactly("Course in Leeds");
        assertThat(may.quarters()).isEqualTo(4);
        assertThat(may.lastYear()).isEqualTo(16);
        assertThat(may.grid()).isEqualTo(NetworkingGrid.EMPTY);
        assertThat(page().lines()).extracting(Line::id).containsExactly(entry(2), entry(1), entry(3));
    }

    @Test
    void anEventInTheEveningIsOnTheDayOfItsPlace() {
        attended(1, EventKind.TALK, "2026-07-09T23:30:00Z", "2026-07-10T01:00:00Z", "2026-07-09T23:30:00Z");

        assertThat(line(1).on()).isEqualTo("2026-07-10");
    }

    /** Each number stands with the event it belongs to; a meeting from elsewhere with the dates it was in. */
    @Test
    void theGridCountsWhomTheyMetAndWhatCameOfIt() {
        attended(1, EventKind.SOCIAL, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");
        evening(
                1,
                "2026-02-12T18:30:00Z",
                met("Iona", NewOrKnown.NEW),
                met("Tobias", NewOrKnown.KNOWN),
                met("Jo", NewOrKnown.NEW));
        came(1, Kind.ADVICE);
        came(1, Kind.HELPED);
        came(1, Kind.KEPT_IN_TOUCH);
        elsewhere(9, "2026-05-20T12:00:00Z", met("Parrot", NewOrKnown.NEW));

        assertThat(line(1).grid()).isEqualTo(new NetworkingGrid(2, 2, 2));
        assertThat(page().grid()).isEqualTo(new NetworkingGrid(3, 2, 2));
        assertThat(page(new Dates(null, LocalDate.of(2026, 3, 1))).grid()).isEqualTo(new NetworkingGrid(2, 2, 2));
    }

    @Test
    void whoeverWasMetMoreThanOnceIsOnePersonInACount() {
        attended(1, EventKind.SOCIAL, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");
        attended(2, EventKind.SOCIAL, "2026-03-12T18:30:00Z", "2026-03-12T21:00:00Z", "2026-03-12T18:42:00Z");
        evening(1, "2026-02-12T18:30:00Z", met("Tobias", NewOrKnown.KNOWN), met("Amara", NewOrKnown.NEW));
        evening(2, "2026-03-12T18:30:00Z", met("Tobias", NewOrKnown.KNOWN), met("Amara", NewOrKnown.KNOWN));
        elsewhere(9, "2026-05-20T12:00:00Z", met("Tobias", NewOrKnown.KNOWN));

        assertThat(line(2).grid()).isEqualTo(new NetworkingGrid(0, 2, 0));
        assertThat(page().grid()).isEqualTo(new NetworkingGrid(1, 2, 0));
    }

    @Test
    void pressingThatTheyKeptInTouchCountsWhereTheyMet() {
        attended(1, EventKind.SOCIAL, "2026-02-12T18:30:00Z", "2026-02-12T21:00:00Z", "2026-02-12T18:42:00Z");
        evening(1, "2026-02-12T18:30:00Z", met("Della", NewOrKnown.NEW), met("Jo", NewOrKnown.NEW));
        pressed("Della", false, true);
        pressed("Jo", false, false);

        assertThat(page().grid()).isEqualTo(new NetworkingGrid(2, 1, 0));
        assertThat(line(1).grid()).isEqualTo(page().grid());
    }

    /** P5: D1, from five people. */
    @Test
    void theKindsOfLibraryEvenlyCountedStandThereFromFivePeople() {
        sectors.addAll(List.of(Sector.PUBLIC, Sector.PUBLIC, Sector.HEALTH, Sector.SCHOOL));
        assertThat(page().kinds()).isEmpty();

        sectors.addAll(List.of(Sector.PUBLIC, Sector.HEALTH, Sector.HEALTH, Sector.SCHOOL));
        assertThat(page().kinds().orElseThrow()).isCloseTo(2.9512, within(0.0001));
    }

    @Test
    void wordsAboutAnEventThatSayNothingAnyMoreAreNone() {
        var said = new CpdEntry(0, null, 4, Reflection.NONE);
        var kept = record.with(entry(1), said, 0);

        assertThat(kept.with(entry(1), new CpdEntry(0, null, null, Reflection.NONE), 1)
                        .entries())
                .isEmpty();
    }

    @Test
    void aRecordHasAnEndAndWhatIsInItCanStillBeChanged() {
        for (var number = 0; number < CpdRecord.MOST; number++) {
            own(number, "Course", "2026-05-20", 1);
        }

        assertThat(record.isFullFor(entry(CpdRecord.MOST))).isTrue();
        assertThat(record.isFullFor(entry(1))).isFalse();
    }

    @Test
    void itPrintsNothingOfIt() {
        own(1, "Course in Leeds", "2026-05-20", 4);

        assertThat(record + " " + record.at(entry(1)) + record.at(entry(1)).own() + page() + page().lines()
                        + Reflection.NONE)
                .doesNotContain("Leeds", "2026");
    }

    private CpdPage page() {
        return page(Dates.ALL);
    }

    private CpdPage page(Dates dates) {
        var history = new History(
                evenings, acquaintances, new Stage.Totals(0, 0), ChatsThatCounted.of(outcomes), outcomes, soFar());
        return new CpdComposition(record, events, history, NOW).compose(dates, TODAY);
    }

    private History.SoFar soFar() {
        return new History.SoFar(
                0,
                0,
                0,
                0,
                KnowAgain.of(List.of()),
                SectorVariety.of(sectors),
                WhatCameOfIt.of(List.of()),
                Circles.of(Set.of(), List.of()),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Line line(int number) {
        return page().lines().stream()
                .filter(line -> line.id().equals(entry(number)))
                .findFirst()
                .orElseThrow();
    }

    private String hours(int number) {
        return LearningTime.hours(line(number).quarters());
    }

    private void attended(int number, EventKind kind, String from, String to, String in) {
        event(number, kind, from, to, in, false);
    }

    private void event(int number, EventKind kind, String from, String to, String in, boolean calledOff) {
        events.add(new AttendedEvent(
                new EventId(entry(number).value()),
                kind,
                "Event " + number,
                Instant.parse(from),
                Instant.parse(to),
                LONDON,
                Optional.of(in).filter(said -> !said.isEmpty()).map(Instant::parse),
                calledOff));
    }

    private void say(int number, int quarters) {
        record = record.with(entry(number), new CpdEntry(0, null, quarters, Reflection.NONE), 0);
    }

    private void own(int number, String title, String on, int quarters) {
        record = record.with(entry(number), new CpdEntry(0, new Activity(title, on), quarters, Reflection.NONE), 0);
    }

    private void evening(int number, String at, History.Met... people) {
        evenings.add(evening(number, at, false, List.of(people)));
    }

    private void elsewhere(int number, String at, History.Met... people) {
        evenings.add(evening(number, at, true, List.of(people)));
    }

    private static History.Evening evening(int number, String at, boolean elsewhere, Collection<History.Met> people) {
        var from = Instant.parse(at);
        return new History.Evening(
                new EventId(entry(number).value()),
                new AttendanceId(entry(number).value()),
                Optional.of(new Room.Facts("Event", from, from, LONDON, "", null, null)),
                Optional.empty(),
                List.copyOf(people),
                0,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                elsewhere,
                true);
    }

    private static History.Met met(String name, NewOrKnown before) {
        return new History.Met(name, name, Sector.HEALTH, before, Talk.CHAT, Again.YES, null, null, false, null);
    }

    private void pressed(String name, boolean metAgain, boolean keptInTouch) {
        acquaintances.add(new History.Acquaintance(
                name,
                List.of(name),
                name,
                name,
                null,
                null,
                1,
                false,
                Stage.MET_ONCE,
                metAgain,
                keptInTouch,
                false,
                false,
                "",
                List.of()));
    }

    private void came(int number, Kind kind) {
        outcomes.add(new History.Outcome(
                kind.name(),
                new EventId(entry(number).value()),
                kind,
                Direction.RECEIVED,
                2026,
                6,
                true,
                false,
                List.of(),
                List.of(),
                "",
                null));
    }

    private static EntryId entry(int number) {
        return new EntryId("%032x".formatted(number));
    }
}
