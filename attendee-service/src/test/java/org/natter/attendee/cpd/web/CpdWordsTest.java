package org.natter.attendee.cpd.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.cpd.CpdPage;
import org.natter.attendee.cpd.CpdPage.Reason;
import org.natter.attendee.cpd.CpdRecord;
import org.natter.attendee.cpd.Dates;
import org.natter.attendee.cpd.EntryId;
import org.natter.attendee.cpd.NetworkingGrid;
import org.natter.attendee.cpd.Reflection.Helps;
import org.natter.attendee.history.FeedbackAnswered.Again;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.History.Met;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.person.Sector;

/** What a CPD record says, and what a spreadsheet may not take for a formula. */
class CpdWordsTest {

    private final CpdWords words = new CpdWords();

    @Test
    void theSumIsAGuide() {
        assertThat(words.lastTwelveMonths(page(58)))
                .isEqualTo("14.5 of 20 in the last 12 months: a guide, your assessor decides.");
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "CHECKED_IN")
    void everyReasonHasASentence(Reason reason) {
        assertThat(words.say("hours." + reason)).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(Helps.class)
    void everyTickHasItsWords(Helps helps) {
        assertThat(words.say("helps." + helps)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Sector.class)
    void withoutNamesEverybodyStandsByTheirKindOfLibrary(Sector sector) {
        assertThat(words.people(List.of(met("Iona Stroud", sector)), false))
                .hasSize(1)
                .allMatch(said -> said.startsWith("a colleague") || said.equals("a student"));
        assertThat(words.people(List.of(met("Iona Stroud", sector), met("Jo Moss", sector)), false))
                .hasSize(1)
                .allMatch(said -> said.startsWith("2 "));
        assertThat(words.people(List.of(met("Iona Stroud", sector)), true)).containsExactly("Iona Stroud");
    }

    @Test
    void whatIsNothingIsNotSaid() {
        assertThat(words.counts(NetworkingGrid.EMPTY)).isEmpty();
        assertThat(words.counts(new NetworkingGrid(0, 2, 0)))
                .containsExactly("People you met again, or kept in touch with: 2");
    }

    @Test
    void severalDaysAreSaidAndNothingAtAllIsNoRange() {
        var first = LocalDate.of(2026, 10, 21);

        assertThat(words.days(line(first, first.plusDays(1), List.of())))
                .isEqualTo("Wednesday 21 October 2026 to Thursday 22 October 2026");
        assertThat(words.days(line(first, first, List.of()))).isEqualTo("Wednesday 21 October 2026");
        assertThat(words.nothing(Dates.ALL)).doesNotContain("dates");
        assertThat(words.nothing(new Dates(first, null))).contains("Nothing in these dates.");
    }

    @Test
    void whatTimeCountsWithIsNamed() {
        var day = LocalDate.of(2026, 10, 21);

        assertThat(words.suggestion(line(day, day, List.of("Weeding"))))
                .isEqualTo("All of this time counts with \"Weeding\" already. Nothing is counted twice.");
        assertThat(words.suggestion(line(day, day, List.of("Weeding", "Zines"))))
                .contains("counts with \"Weeding\" and \"Zines\" already");
    }

    /** A way out is not noted. */
    @Test
    void nobodyIsSaidToHaveStayedToTheEnd() {
        assertThat(words.say("hours.EARLY", "10am", "midday"))
                .isEqualTo("You were checked in by its start at 10am, and it ended at midday.");
    }

    @Test
    void whatIsCountedIsSaidWhereTheNumbersAre() {
        assertThat(words.how())
                .anySatisfy(said -> assertThat(said)
                        .contains("each once in a count", "those whose names you missed", "from elsewhere"));
    }

    /** P5, with one decimal. */
    @Test
    void kindsOfLibraryAreSaidWithOneDecimal() {
        var page = new CpdPage(List.of(), 0, 0, NetworkingGrid.EMPTY, OptionalDouble.of(2.9512));

        assertThat(words.counts(page))
                .containsExactly("Kinds of library among all you've met so far, as if you'd met each as often: 3.0");
    }

    @Test
    void datesAreSaidInWords() {
        var may = LocalDate.of(2026, 5, 20);

        assertThat(words.dates(Dates.ALL)).isEqualTo("Everything so far");
        assertThat(words.dates(new Dates(may, null))).isEqualTo("From Wednesday 20 May 2026");
        assertThat(words.dates(new Dates(null, may))).isEqualTo("Until Wednesday 20 May 2026");
        assertThat(words.dates(new Dates(may, may))).isEqualTo("Wednesday 20 May 2026 to Wednesday 20 May 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 20",
                "-5",
                "@SUM(A1)",
                "\t=1",
                "  =1",
                "\n-2",
                "\u00a0=1",
                "\ufeff@x",
                "\u00ad=1",
                "\uff1d1+1",
                "\uff20x",
                "\ufe0f=1",
                "\u3164@x",
                "\u034f \udb40\udd00+1",
                "\u0000-1",
                "\u22125",
                "\u207c1",
                "\u207a1",
                "\ufe621",
                "\ufe635",
                "\ufe661",
                "\uff0b1",
                "\uff0d5"
            })
    void whatASpreadsheetWouldReckonIsText(String typed) {
        assertThat(CpdFiles.cell(typed)).startsWith("\"'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "six books|\"six books\"",
                "a, b|\"a, b\"",
                "2.25|\"2.25\"",
                "1 + 1 = 2|\"1 + 1 = 2\"",
                "\u2013 and then|\"\u2013 and then\"",
                "\ufe0f|\"\ufe0f\"",
                "she said \"no\"|\"she said \"\"no\"\"\""
            })
    void allElseStandsAsItWasTyped(String typed, String cell) {
        assertThat(CpdFiles.cell(typed)).isEqualTo(cell);
    }

    private static CpdPage page(int quarters) {
        return new CpdPage(List.of(), 0, quarters, NetworkingGrid.EMPTY, OptionalDouble.empty());
    }

    private static CpdPage.Line line(LocalDate on, LocalDate until, List<String> others) {
        return new CpdPage.Line(
                new EntryId("%032x".formatted(1)),
                Optional.empty(),
                "Lunch",
                on,
                until,
                0,
                0,
                Reason.OVERLAPS_WHOLLY,
                others,
                CpdRecord.EMPTY.at(new EntryId("%032x".formatted(1))),
                List.of(),
                NetworkingGrid.EMPTY);
    }

    private static Met met(String name, Sector sector) {
        return new Met(name, name, sector, NewOrKnown.NEW, Talk.CHAT, Again.YES, null, null, false, null);
    }
}
