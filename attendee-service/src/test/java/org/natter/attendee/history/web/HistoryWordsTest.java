package org.natter.attendee.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.attendee.history.ChatsThatCounted;
import org.natter.attendee.history.Circles;
import org.natter.attendee.history.Company;
import org.natter.attendee.history.EveningMeasures;
import org.natter.attendee.history.FamiliarFaces;
import org.natter.attendee.history.History;
import org.natter.attendee.history.KnowAgain;
import org.natter.attendee.history.NewFaces;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.history.SectorCount;
import org.natter.attendee.history.SectorMix;
import org.natter.attendee.history.SectorVariety;
import org.natter.attendee.history.SpokenTo;
import org.natter.attendee.history.Stage;
import org.natter.attendee.history.WhatCameOfIt;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;

/** The sentences of measures.md, section 6. */
class HistoryWordsTest {

    private static final Instant NOW = Instant.parse("2026-10-01T11:30:00Z");
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private final HistoryWords words = new HistoryWords();

    @ParameterizedTest
    @CsvSource({
        "4, 3, 'You spoke to 4 people; 3 were new.'",
        "4, 4, 'You spoke to 4 people, all of them new.'",
        "2, 2, 'You spoke to 2 people, both of them new.'",
        "2, 1, 'You spoke to 2 people; 1 was new.'",
        "2, 0, 'You spoke to 2 people.'",
        "1, 1, 'One good conversation.'",
        "1, 0, 'One good conversation.'",
        "0, 0, 'Some events are for listening. Those count too.'"
    })
    void peopleAreSaidInASentence(int people, int newPeople, String sentence) {
        assertThat(evening(new SpokenTo(people, newPeople), 0, 0, 0)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 'You''d know 3 of them again.'",
        "3, 4, 'You''d know 3, perhaps 4, of them again.'",
        "0, 2, 'You''d know perhaps 2 of them again.'"
    })
    void wouldKnowAgainNeverSaysAZero(int surely, int perhaps, String sentence) {
        assertThat(evening(null, surely, perhaps, 0)).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 'You''d know them again.'", "0, 1, 'Perhaps you''d know them again.'"})
    void whoSpokeToOnePersonIsToldOfThemAndNotOfOneOfThem(int surely, int perhaps, String sentence) {
        assertThat(evening(new SpokenTo(1, 1), surely, perhaps, 0)).containsExactly("One good conversation.", sentence);
        assertThat(evening(new SpokenTo(2, 1), 1, 1, 0)).contains("You'd know 1 of them again.");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, 'You''d know both of them again.'",
        "1, 2, 'You''d know 1, perhaps 2, of them again.'",
        "0, 2, 'Perhaps you''d know both of them again.'"
    })
    void whoSpokeToTwoPeopleIsToldOfBoth(int surely, int perhaps, String sentence) {
        assertThat(evening(new SpokenTo(2, 0), surely, perhaps, 0)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 'You''d know all 3 of them again.'",
        "0, 3, 'Perhaps you''d know all 3 of them again.'",
        "2, 3, 'You''d know 2, perhaps 3, of them again.'",
        "2, 2, 'You''d know 2 of them again.'"
    })
    void whoWouldKnowEverybodyAgainIsToldOfAllOfThem(int surely, int perhaps, String sentence) {
        assertThat(evening(new SpokenTo(3, 3), surely, perhaps, 0)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"2, Two kinds of library.", "4, Four kinds of library.", "12, Twelve kinds of library."})
    void kindsAreCountedInWords(int kinds, String sentence) {
        assertThat(evening(null, 0, 0, kinds)).containsExactly(sentence);
    }

    @Test
    void nothingIsSaidOfWhatWasNotAsked() {
        assertThat(evening(null, 0, 0, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9, 5, '9 people; 5 went beyond a first chat.'",
        "9, 0, '9 people.'",
        "1, 0, '1 person.'",
        "1, 1, '1 person; 1 went beyond a first chat.'"
    })
    void howFarItWentIsSaidOfAllTogether(int people, int beyond, String sentence) {
        assertThat(words.totals(new Stage.Totals(people, beyond))).contains(sentence);
        assertThat(words.totals(new Stage.Totals(0, 0))).isEmpty();
    }

    @Test
    void chatsThatCountedAreSaidFromThree() {
        assertThat(words.chats(new ChatsThatCounted(2, 3))).contains("2 of your 3 began as just a chat.");
        assertThat(words.chats(new ChatsThatCounted(3, 3))).contains("All 3 of yours began as just a chat.");
        assertThat(words.chats(new ChatsThatCounted(2, 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5|By what you've told us, more of those you spoke to were people you knew than the room of 21 made"
                        + " likely.|By kind of library, more of them were from your own than the room made likely.",
                "1|As for new faces, that's about what the room of 21 made likely."
                        + "|By kind of library, they were about the mix the room made likely.",
                "1.5|More of those you spoke to were new to you than the room of 21 made likely."
                        + "|By kind of library, more of them were from elsewhere than the room made likely."
            })
    void aHistoryAlsoSaysWhatTheRoomMadeLikely(double ratio, String faces, String sectors) {
        var spokenTo = new SpokenTo(4, 4);
        var measures = new EveningMeasures(
                Optional.of(spokenTo),
                new KnowAgain(0, 0),
                new SectorCount(1),
                new NewFaces(spokenTo, NONE, OptionalDouble.of(0.5), OptionalDouble.of(ratio)),
                new SectorMix(4, NONE, NONE, OptionalDouble.of(ratio)),
                21);

        assertThat(words.history(measures)).containsExactly("You spoke to 4 people, all of them new.", faces, sectors);
    }

    @Test
    void whereMostWereFromElsewhereOrNewNobodyReadsThatTheyKeptToTheirOwn() {
        var room = new ArrayList<>(Collections.nCopies(38, Sector.PUBLIC));
        room.addAll(List.of(Sector.HEALTH, Sector.HEALTH));
        var met = List.of(Sector.PUBLIC, Sector.PUBLIC, Sector.HEALTH);
        var spokenTo = new SpokenTo(3, 2);

        var measures = new EveningMeasures(
                Optional.of(spokenTo),
                new KnowAgain(0, 0),
                new SectorCount(1),
                NewFaces.of(spokenTo, 40, 1),
                SectorMix.of(Sector.HEALTH, met, List.of(), room),
                40);

        assertThat(words.history(measures))
                .containsExactly(
                        "You spoke to 3 people; 2 were new.",
                        "By what you've told us, more of those you spoke to were people you knew than the room of 40"
                                + " made likely.",
                        "By kind of library, more of them were from your own than the room made likely.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two weeks' work experience.|true|Two weeks' work experience began as just a chat with Iona Stroud.",
                "|true|Work experience began as just a chat with Iona Stroud.",
                "|false|Work experience came of meeting Iona Stroud.",
                "She rang. Then I went.|true|Work experience began as just a chat with Iona Stroud."
            })
    void theNewestOutcomeIsTheSentenceAtTheTop(String own, boolean chat, String sentence) {
        var said = own == null ? "" : own;
        var history = history(List.of(outcome(Kind.WORK_EXPERIENCE, chat, false, said, "Iona Stroud")), 4, 4);

        assertThat(words.headline(history, NOW)).contains(sentence);
        assertThat(words.headlineWords(history))
                .isEqualTo(said.startsWith("She") ? Optional.of(said) : Optional.empty());
    }

    @Test
    void whatWasOverheardNeverBeganAsAChatInASentence() {
        assertThat(words.headline(history(List.of(outcome(Kind.OTHER, true, true, "")), 4, 4), NOW))
                .contains("Something good began with something you overheard.");
        assertThat(words.headline(history(List.of(outcome(Kind.ADVICE, true, false, "", "A", "B", "C")), 4, 4), NOW))
                .contains("Advice you could use began as just a chat with A, B and C.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4|4|Four people you'd know again. These things usually take months.",
                "1|1|One person you'd know again. These things usually take months.",
                "0|2|Perhaps 2 people you'd know again. These things usually take months."
            })
    void withoutAnOutcomeTheSentenceIsWhatThereIs(int surely, int perhaps, String sentence) {
        var kept = outcome(Kind.KEPT_IN_TOUCH, true, false, "", "Iona Stroud");

        assertThat(words.headline(history(List.of(kept), surely, perhaps), NOW)).contains(sentence);
    }

    @Test
    void factsStandOnTheirBases() {
        var history = history(List.of(), 3, 4);

        assertThat(words.facts(history))
                .containsExactly(
                        new HistoryWords.Fact(
                                "8 people, 5 of them new",
                                "Over the 3 events you told us about, without 2 people whose names you missed"),
                        new HistoryWords.Fact(
                                "3, perhaps 4, you'd know again", "Of those 8 people, by your last word about each"),
                        new HistoryWords.Fact("Two kinds of library", "Among the 3 people whose kind we know"),
                        new HistoryWords.Fact("Nothing yet", "These things usually take months"));
        var came = List.of(
                outcome(Kind.ADVICE, true, false, "", "A"),
                outcome(Kind.JOB, true, false, "", "B"),
                outcome(Kind.VISIT, false, false, "", "C"));
        assertThat(words.facts(history(came, 3, 4)).get(3))
                .isEqualTo(new HistoryWords.Fact("3 things came of it", "2 of your 3 began as just a chat"));
        assertThat(words.facts(history(came.subList(0, 2), 3, 4)).get(3))
                .isEqualTo(new HistoryWords.Fact("2 things came of it", "2 received"));
    }

    /** Nobody, one and two are said as people say them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|1|1 person, new to you|Noted by yourself|Of that one person, by your last word",
                "1|2|2|2 people, both of them new|Over the one event you told us about|"
                        + "Of those 2 people, by your last word about each",
                "2|2|1|2 people, 1 of them new|Over the 2 events you told us about|"
                        + "Of those 2 people, by your last word about each"
            })
    void factsAreSaidOfFewAsOfMany(int told, int people, int fresh, String fact, String base, String again) {
        var soFar = new History.SoFar(
                told,
                people,
                fresh,
                0,
                new KnowAgain(1, 1),
                SectorVariety.of(List.of()),
                WhatCameOfIt.of(List.of()),
                new Circles(people, 1, NONE, NONE, NONE),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new History.Yardstick(0, 1, 2)));
        var history = new History(
                List.of(), List.of(), new Stage.Totals(people, 0), ChatsThatCounted.of(List.of()), List.of(), soFar);

        assertThat(words.facts(history))
                .startsWith(new HistoryWords.Fact(fact, base), new HistoryWords.Fact("1 you'd know again", again));
        assertThat(words.anyGood(soFar).get(0))
                .isEqualTo("At the newest event you told us about, nobody was new to you. In the 2 before it, the"
                        + " middle was 1.");
    }

    /** Of the two before it, with 3 and 2, the middle was said to be 3. */
    @Test
    void aMiddleBetweenTwoNumbersIsSaidAsThat() {
        assertThat(middleIs(2.5)).endsWith("In the 2 before it, the middle was between 2 and 3.");
        assertThat(middleIs(0.5)).endsWith("In the 2 before it, the middle was between 0 and 1.");
        assertThat(middleIs(2)).endsWith("In the 2 before it, the middle was 2.");
    }

    @Test
    void whoCameAloneAndWithColleaguesReadsBothBesideEachOther() {
        var history = history(List.of(), 3, 4);
        var soFar = history.soFar();
        var both = new History(
                history.events(),
                history.people(),
                history.totals(),
                history.chats(),
                history.outcomes(),
                new History.SoFar(
                        soFar.answered(),
                        soFar.people(),
                        soFar.newPeople(),
                        soFar.unnamed(),
                        soFar.knowAgain(),
                        soFar.variety(),
                        soFar.came(),
                        soFar.circles(),
                        soFar.sharers(),
                        soFar.familiar(),
                        Optional.of(new Company(3, 3, 1.5, 4)),
                        soFar.yardstick()));

        assertThat(words.facts(history)).extracting(HistoryWords.Fact::fact).noneMatch(fact -> fact.contains("alone"));
        assertThat(words.facts(both))
                .contains(new HistoryWords.Fact(
                        "New people, in the middle: 3 when you came alone, between 1 and 2 with colleagues",
                        "Over 3 events you came to alone and 4 with colleagues, by your own word"));
    }

    private String middleIs(double median) {
        var soFar = history(List.of(), 3, 4).soFar();
        return words.anyGood(new History.SoFar(
                        soFar.answered(),
                        soFar.people(),
                        soFar.newPeople(),
                        soFar.unnamed(),
                        soFar.knowAgain(),
                        soFar.variety(),
                        soFar.came(),
                        soFar.circles(),
                        soFar.sharers(),
                        soFar.familiar(),
                        soFar.company(),
                        Optional.of(new History.Yardstick(3, median, 2))))
                .get(0);
    }

    @Test
    void bothQuestionsAreAnsweredAgainstOneselfAlone() {
        var history = history(List.of(), 3, 4);

        assertThat(words.anyGood(history.soFar()))
                .containsExactly(
                        "At the newest event you told us about, 3 people were new to you. In the 2 before it, the"
                                + " middle was between 2 and 3.",
                        "Lately you've spent about half of the time with people you knew already.",
                        "There is no score here, and nobody is compared with anybody else. A quiet event is a good"
                                + " result, too.");
        assertThat(words.chatting(history)).startsWith("Nothing yet. These things usually take months.");
        assertThat(words.circles(history.soFar())).contains("Your 8 people sit in 3 separate circles.");
    }

    private static History history(List<History.Outcome> outcomes, int surely, int perhaps) {
        var evening = new History.Evening(
                new EventId(HexId.random()),
                new AttendanceId(HexId.random()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
        var things = outcomes.stream()
                .map(one -> new WhatCameOfIt.Thing(one.kind(), one.direction(), NONE))
                .toList();
        return new History(
                List.of(evening),
                List.of(),
                new Stage.Totals(8, 1),
                ChatsThatCounted.of(outcomes),
                outcomes,
                new History.SoFar(
                        3,
                        8,
                        5,
                        2,
                        new KnowAgain(surely, perhaps),
                        SectorVariety.of(List.of(Sector.HEALTH, Sector.PUBLIC, Sector.PUBLIC)),
                        WhatCameOfIt.of(things),
                        new Circles(8, 3, NONE, NONE, NONE),
                        2,
                        Optional.of(FamiliarFaces.ABOUT_HALF),
                        Optional.empty(),
                        Optional.of(new History.Yardstick(3, 2.5, 2))));
    }

    private static History.Outcome outcome(Kind kind, boolean chat, boolean overheard, String words, String... people) {
        return new History.Outcome(
                HexId.random(),
                null,
                kind,
                Direction.RECEIVED,
                2026,
                10,
                chat,
                overheard,
                List.of(people),
                List.of(),
                words,
                null);
    }

    private List<String> evening(SpokenTo spokenTo, int surely, int perhaps, int kinds) {
        return words.evening(new EveningMeasures(
                Optional.ofNullable(spokenTo),
                new KnowAgain(surely, perhaps),
                new SectorCount(kinds),
                new NewFaces(new SpokenTo(0, 0), NONE, NONE, NONE),
                new SectorMix(0, NONE, NONE, NONE),
                0));
    }
}
