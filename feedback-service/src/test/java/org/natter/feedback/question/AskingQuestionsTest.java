package org.natter.feedback.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.natter.feedback.PubEvening.at;
import static org.natter.feedback.invitation.Cast.FENLAND;
import static org.natter.feedback.invitation.Cast.RIVERSIDE;
import static org.natter.feedback.question.AskingQuestions.Standing.OPEN;
import static org.natter.feedback.question.AskingQuestions.Standing.SETTLED;
import static org.natter.feedback.question.AskingQuestions.Standing.STAND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.natter.feedback.PubEvening;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.UnknownEvent;
import org.natter.feedback.question.AskingQuestions.Asked;

/** Until the first invitation is due organisers ask what they like; after that a question stands or is withdrawn. */
class AskingQuestionsTest {

    private static final String THE_DAY_BEFORE = "2026-10-14T12:00";
    private static final String ONE_MINUTE_TO_TEN = "2026-10-16T09:59";
    private static final String TEN = "2026-10-16T10:00";

    private static final EventId FAR_AWAY = new EventId("f".repeat(32));

    private static final OwnQuestion PUB = list("Which pub next?", "The Crown", "The Maltings");
    private static final OwnQuestion HELP =
            OwnQuestion.about(RIVERSIDE, OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());

    private final PubEvening evening = new PubEvening().published();

    @Test
    void nothingIsAskedBesidesUntilSomebodyAsksIt() {
        var nothing = read(THE_DAY_BEFORE);

        assertThat(nothing.questionnaire()).isEqualTo(Questionnaire.none(RIVERSIDE));
        assertThat(nothing.standing()).isEqualTo(OPEN);
        assertThat(nothing.opensAt()).isEqualTo(at(TEN));
    }

    /** Two lines that look alike are one to whoever picks, and would be two in the report. */
    @ParameterizedTest
    @CsvSource({
        "Yes, yes",
        "'The Crown', ' the  crown '",
        "'The\u00a0Crown', 'The Crown\u200b'",
        "'Jo\u2019s', 'jo''s'",
        "'Jo\u00b4s', 'jo''s'",
        "'Jo\u2032s', 'jo''s'",
        "'The \u200b Crown', 'The Crown'",
        "'The\u3164 Crown\ufe0f', 'The Crown'",
        "'stra\u00dfe', 'STRASSE'",
        "'\ufb01ve', 'five'"
    })
    void linesThatReadAlikeAreOne(String one, String other) {
        assertThat(OwnQuestion.asRead(one)).isEqualTo(OwnQuestion.asRead(other));
    }

    @Test
    void whatAListEndsWithIsNoOption() {
        assertThat(OwnQuestion.readsLikeAnEnding("i\u2019d rather  not say")).isTrue();
        assertThat(OwnQuestion.readsLikeAnEnding("ANOTHER ANSWER")).isTrue();
        assertThat(OwnQuestion.readsLikeAnEnding("I\u00b4d rather not say")).isTrue();
        assertThat(OwnQuestion.readsLikeAnEnding("I\u2032d rather not say")).isTrue();
        assertThat(OwnQuestion.readsLikeAnEnding("Another \u200b answer")).isTrue();
        assertThat(OwnQuestion.readsLikeAnEnding("Another evening")).isFalse();
        assertThat(OwnQuestion.asRead("caf\u00e9")).as("accents are read").isNotEqualTo(OwnQuestion.asRead("cafe"));
    }

    @Test
    void questionsMayBeAskedOtherwiseUntilTheFormOpens() {
        ask(0, THE_DAY_BEFORE, PUB);
        var changed = ask(1, ONE_MINUTE_TO_TEN, HELP, PUB);

        assertThat(changed.questionnaire().questions()).containsExactly(HELP, PUB);
        assertThat(changed.questionnaire().version()).isEqualTo(2);
    }

    @Test
    void onceTheFormIsOpenAQuestionStandsOrIsWithdrawn() {
        ask(0, THE_DAY_BEFORE, PUB, HELP);
        evening.concluded();
        var otherwise = list("Which pub next?", "The Crown", "The Maltings", "The Green Man");

        assertThat(read(TEN).standing()).isEqualTo(STAND);
        assertThatThrownBy(() -> ask(1, TEN, otherwise, HELP)).isInstanceOf(QuestionsStand.class);
        assertThatThrownBy(() -> ask(1, TEN, PUB, HELP, list("More?", "Yes", "No")))
                .isInstanceOf(QuestionsStand.class);

        assertThat(ask(1, TEN, HELP).questionnaire().questions()).containsExactly(HELP);
        assertThatThrownBy(() -> ask(2, TEN, PUB, HELP))
                .as("withdrawn is withdrawn")
                .isInstanceOf(QuestionsStand.class);
    }

    @Test
    void onceTheReportIsSettledNothingChanges() {
        ask(0, THE_DAY_BEFORE, PUB, HELP);
        evening.concluded();

        assertThat(read("2026-11-05T10:00").standing()).isEqualTo(SETTLED);
        assertThatThrownBy(() -> ask(1, "2026-11-05T10:00", HELP)).isInstanceOf(QuestionsStand.class);
        assertThat(ask(1, "2026-11-05T09:59", HELP).questionnaire().questions()).containsExactly(HELP);
    }

    @Test
    void ofAnEventThatWasCalledOffNothingIsAsked() {
        evening.calledOff();

        assertThat(read(THE_DAY_BEFORE).standing()).isEqualTo(SETTLED);
        assertThatThrownBy(() -> ask(0, THE_DAY_BEFORE, PUB)).isInstanceOf(QuestionsStand.class);
    }

    @Test
    void ofTwoWhoReadTheSameOneIsToldToLookAgain() {
        ask(0, THE_DAY_BEFORE, PUB);

        assertThatThrownBy(() -> ask(0, THE_DAY_BEFORE, HELP)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(read(THE_DAY_BEFORE).questionnaire().questions()).containsExactly(PUB);
        assertThat(ask(0, THE_DAY_BEFORE, PUB).questionnaire().version())
                .as("the same again is no change")
                .isEqualTo(1);
    }

    /** Both looked before either wrote. */
    @Test
    void ofTwoWhoWriteAtOnceOneIsToldToLookAgain() {
        var behind = new AskingQuestions(evening.rooms, new Questionnaires() {
            @Override
            public Questionnaire of(EventId event) {
                return Questionnaire.none(event);
            }

            @Override
            public boolean replace(Questionnaire next) {
                return evening.questionnaires.replace(next);
            }
        });
        ask(0, THE_DAY_BEFORE, PUB);

        assertThatThrownBy(
                        () -> behind.ask(RIVERSIDE, List.of(HELP), List.of(), 0, FENLAND::equals, at(THE_DAY_BEFORE)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void anotherRegionsEventIsUnknown() {
        assertThatThrownBy(() -> evening.asking.read(RIVERSIDE, region -> false, at(TEN)))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> evening.asking.ask(RIVERSIDE, List.of(PUB), List.of(), 0, region -> false, at(TEN)))
                .isInstanceOf(UnknownEvent.class);
    }

    @Test
    void inOtherWordsItIsAnotherQuestion() {
        assertThat(list("Which pub next?", "The Crown", "The Maltings").id()).isEqualTo(PUB.id());
        assertThat(List.of(
                        list("Which pub next?", "The Crown", "The Green Man").id(),
                        list("Which pub now?", "The Crown", "The Maltings").id(),
                        HELP.id()))
                .doesNotContain(PUB.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void aListOffersItsOptionsAndTheTwoWithWhichEveryListEnds() {
        assertThat(List.of(Pick.values()).stream().filter(PUB::offers))
                .containsExactly(Pick.FIRST, Pick.SECOND, Pick.SOMETHING_ELSE, Pick.RATHER_NOT_SAY);
        assertThat(List.of(Pick.values()).stream().filter(HELP::offers)).isEmpty();
    }

    /** A title is corrected, or a talk was forgotten; only those that took place are asked about, before everything else. */
    @Test
    void talksMayBeNamedUntilTheReportIsSettled() {
        ask(0, THE_DAY_BEFORE, PUB);
        evening.concluded();
        var zines = Talk.of(RIVERSIDE, "Zines in an hour", true);
        var maps = Talk.of(RIVERSIDE, "Maps", false);

        var named = evening.asking.ask(RIVERSIDE, List.of(PUB), List.of(zines, maps), 1, FENLAND::equals, at(TEN));

        assertThat(named.questionnaire().talks()).containsExactly(zines, maps);
        assertThat(named.questionnaire().asked())
                .extracting(OwnQuestion::words)
                .containsExactly("Zines in an hour", "Which pub next?");
        assertThatThrownBy(() -> evening.asking.ask(
                        RIVERSIDE, List.of(PUB), List.of(maps), 2, FENLAND::equals, at("2026-11-05T10:00")))
                .isInstanceOf(QuestionsStand.class);
    }

    /** Its link and what was said of it hang on the talk, not on the letters of its title. */
    @Test
    void aCorrectedTitleKeepsTheSameTalk() {
        var dog = Talk.of(RIVERSIDE, "Reading to a dog", true);
        name(0, dog);

        var cat = new Talk(dog.id(), "Reading to a cat", true);
        assertThat(name(1, cat)).containsExactly(cat);
        assertThat(name(2, Talk.of(RIVERSIDE, "Reading to a cat", true)))
                .as("named by its title as it stands now")
                .containsExactly(cat);

        var both = name(2, cat, Talk.of(RIVERSIDE, "Reading to a dog", true));
        assertThat(both).extracting(Talk::title).containsExactly("Reading to a cat", "Reading to a dog");
        assertThat(both.get(0)).isEqualTo(cat);
        assertThat(both.get(1).id()).as("another talk").isNotEqualTo(dog.id());
        assertThat(name(3, both.get(0), Talk.of(RIVERSIDE, "Reading to a dog", true)))
                .as("the same again")
                .isEqualTo(both);
    }

    /** Its speaker would read what was said of the other by the link that was handed out for that one. */
    @Test
    void aTalkNamedInPlaceOfAnotherIsNotThatOneThoughThatWasOnceCalledSo() {
        var dog = Talk.of(RIVERSIDE, "Reading to a dog", true);
        name(0, dog);
        name(1, new Talk(dog.id(), "Reading to a cat", true));

        assertThat(name(2, Talk.of(RIVERSIDE, "Reading to a dog", true)))
                .extracting(Talk::id)
                .doesNotContain(dog.id());

        name(3);
        assertThat(name(4, Talk.of(RIVERSIDE, "Reading to a dog", true)))
                .as("a save later, too")
                .extracting(Talk::id)
                .doesNotContain(dog.id());
    }

    @Test
    void aTalkThatWasTakenOutByAccidentIsItselfAgain() {
        var dog = Talk.of(RIVERSIDE, "Reading to a dog", true);
        name(0, dog);
        name(1);

        assertThat(name(2, dog)).containsExactly(dog);
    }

    @Test
    void whatWentUnderAnotherTitleIsGoneOverSavesBetween() {
        var dog = Talk.of(RIVERSIDE, "Reading to a dog", true);
        name(0, dog);
        name(1, new Talk(dog.id(), "Reading to a cat", true));
        name(2);

        assertThat(name(3, Talk.of(RIVERSIDE, "Reading to a dog", true)))
                .extracting(Talk::id)
                .doesNotContain(dog.id());
    }

    /** A box above was emptied, so that each came with the id of the one before it. */
    @Test
    void aTalkThatStandsAlreadyIsKnownByItsTitleWhicheverIdItBrings() {
        var zines = Talk.of(RIVERSIDE, "Zines in an hour", true);
        var maps = Talk.of(RIVERSIDE, "Maps", true);
        name(0, zines, maps);

        assertThat(name(1, new Talk(zines.id(), "Maps", true))).containsExactly(maps);
        var foreign = Talk.of(FAR_AWAY, "Zines", true);
        assertThat(name(2, new Talk(foreign.id(), "Bats", true)))
                .as("no id of another event's")
                .containsExactly(Talk.of(RIVERSIDE, "Bats", true));
    }

    private List<Talk> name(int version, Talk... talks) {
        return evening.asking
                .ask(RIVERSIDE, List.of(), List.of(talks), version, FENLAND::equals, at(THE_DAY_BEFORE))
                .questionnaire()
                .talks();
    }

    @Test
    void aTalkTakesAMarkAndWords() {
        var zines = Talk.of(RIVERSIDE, "Zines in an hour", true);
        var asked = new Questionnaire(RIVERSIDE, 1, List.of(), List.of(zines))
                .asked()
                .get(0);

        assertThat(List.of(Pick.values()).stream().filter(asked::offers))
                .containsExactly(Pick.FIRST, Pick.SECOND, Pick.THIRD, Pick.FOURTH, Pick.FIFTH, Pick.RATHER_NOT_SAY);
        assertThat(Pick.FIRST.mark()).isEqualTo(5);
        assertThat(Pick.FIFTH.mark()).isEqualTo(1);
        assertThat(asked.takesWords()).isTrue();
        assertThat(asked.id())
                .isEqualTo(Talk.of(RIVERSIDE, "Zines in an hour", false).id());
    }

    private static OwnQuestion list(String words, String... options) {
        return OwnQuestion.about(RIVERSIDE, OwnQuestion.Kind.PICK_ONE, words, List.of(options));
    }

    private Asked read(String when) {
        return evening.asking.read(RIVERSIDE, FENLAND::equals, at(when));
    }

    private Asked ask(int version, String when, OwnQuestion... questions) {
        return evening.asking.ask(RIVERSIDE, List.of(questions), List.of(), version, FENLAND::equals, at(when));
    }
}
