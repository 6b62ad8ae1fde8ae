package org.natter.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.AnswerDomainEvent;
import org.natter.feedback.answer.Choice;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Step;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.Talk;
import org.natter.feedback.report.EventReport.Line;

/** What was picked of the organisers' own lists goes through the gates of everything else, and lets nobody be picked out. */
class TakingOwnQuestionsTest {

    private static final OwnQuestion PUB = OwnQuestion.about(
            Evidences.EVENT,
            OwnQuestion.Kind.PICK_ONE,
            "Which pub next?",
            List.of("The Crown", "The Maltings", "The Green Man"));
    private static final OwnQuestion HELP =
            OwnQuestion.about(Evidences.EVENT, OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());

    /** Nothing said, each option, and the two with which every list ends. */
    private static final List<Pick> PICKS =
            List.of(Pick.FIRST, Pick.SECOND, Pick.THIRD, Pick.SOMETHING_ELSE, Pick.RATHER_NOT_SAY);

    private static final int MOST_PEOPLE = 13;
    private static final int COLLUDING = 4;

    @Test
    void groupsOfFiveAndMoreAreToldTheLargestFirst() {
        assertThat(lines(6, 9, 0, 0, 0)).containsExactly(new Line("The Maltings", 9), new Line("The Crown", 6));
        assertThat(told(6, 9, 0, 0, 3).answered())
                .as("who would rather not say has not answered")
                .isEqualTo(15);
    }

    @Test
    void smallerGroupsJoinTheRest() {
        assertThat(lines(8, 3, 0, 2, 0)).containsExactly(new Line("The Crown", 8), new Line("", 5));
        assertThat(lines(8, 6, 0, 2, 0))
                .as("the next smallest joins a rest of two")
                .containsExactly(new Line("The Crown", 8), new Line("", 8));
        assertThat(lines(8, 4, 0, 0, 0)).as("nothing is left to tell apart").isEmpty();
    }

    @Test
    void whatEverybodyPickedIsNotTold() {
        assertThat(lines(12, 0, 0, 0, 0)).isEmpty();
        assertThat(lines(12, 1, 0, 0, 0)).isEmpty();
        assertThat(told(12, 0, 0, 0, 0).answered()).isEqualTo(12);
    }

    @Test
    void howManyAnsweredIsToldFromFive() {
        assertThat(told(2, 2, 0, 0, 0).answered()).isNull();
        assertThat(told(3, 2, 0, 0, 0).answered()).isEqualTo(5);
        assertThat(lines(3, 2, 0, 0, 0)).isEmpty();
    }

    @Test
    void whatWasPickedOfAnotherListIsNotCounted() {
        var otherwise = OwnQuestion.about(
                Evidences.EVENT, OwnQuestion.Kind.PICK_ONE, "Which pub next?", List.of("The Crown", "The Maltings"));

        assertThat(TakingOwnQuestions.of(List.of(otherwise), answers(counts(6, 9, 0, 0, 0)))
                        .get(0)
                        .lines())
                .isEmpty();
    }

    @Test
    void wordsAreNoPartOfTheReport() {
        assertThat(TakingOwnQuestions.of(List.of(HELP, PUB), List.of()))
                .extracting(EventReport.Own::question)
                .containsExactly(HELP.id(), PUB.id());
        assertThat(TakingOwnQuestions.of(List.of(HELP), List.of()).get(0).answered())
                .isNull();
    }

    /**
     * Every way in which up to thirteen people can answer, against an organiser who knows who answered, and four of whom tell them
     * what they picked themselves. People who picked the same are alike, so a way is how many picked what.
     */
    @Test
    void nobodysPickCanBeWorkedOut() {
        for (var people = 1; people <= MOST_PEOPLE; people++) {
            assertThat(known(people, false)).as("%d people", people).isEmpty();
        }
    }

    /** All that up to seven people can say of a talk, as {@code DifferencingTest} does with the marks of the event. */
    @Test
    void nobodysMarkOfATalkCanBeWorkedOut() {
        for (var people = 1; people <= 7; people++) {
            Map<Object, List<int[]>> seen = new LinkedHashMap<>();
            for (var way : ways(people, MARKS.size() + 1)) {
                var told = TakingOwnQuestions.talk(ZINES, said(way, MARKS, ZINES));
                seen.computeIfAbsent(people < 5 ? "private" : told, sight -> new ArrayList<>())
                        .add(way);
            }
            seen.forEach((sight, same) -> {
                var said = same.stream().map(TakingOwnQuestionsTest::unanimous).collect(Collectors.toSet());
                assertThat(said.size() > 1 || said.contains(-1)).as("%s", sight).isTrue();
            });
        }
    }

    @Test
    void aTalkIsToldAsTheEventIs() {
        var told = TakingOwnQuestions.talk(ZINES, said(new int[] {9, 9, 4, 2, 5}, MARKS, ZINES));

        assertThat(told.rated()).isEqualTo(22);
        assertThat(told.worthHearing()).isEqualTo(new Told(Told.Band.MOST, null));
        assertThat(TakingOwnQuestions.talk(ZINES, said(new int[] {4, 0, 0, 9, 0}, MARKS, ZINES)))
                .as("four marks, and nine who would rather not say")
                .isEqualTo(new EventReport.TalkTold(ZINES.id(), null, null));
    }

    private static final OwnQuestion ZINES = new Questionnaire(
                    Evidences.EVENT, 1, List.of(), List.of(Talk.of(Evidences.EVENT, "Zines in an hour", true)))
            .asked()
            .get(0);
    private static final List<Pick> MARKS = List.of(Pick.FIRST, Pick.SECOND, Pick.FIFTH, Pick.RATHER_NOT_SAY);

    /** With numbers for groups of any size, this is what the search would find. */
    @Test
    void numbersWithoutAGateWouldBeFound() {
        assertThat(known(6, true)).isNotEmpty();
    }

    private static Set<String> known(int people, boolean ungated) {
        Map<Object, List<int[]>> ways = new LinkedHashMap<>();
        ways(people, PICKS.size() + 1)
                .forEach(way -> ways.computeIfAbsent(
                                ungated ? List.of(IntStream.of(way).boxed().toList()) : sight(way),
                                sight -> new ArrayList<>())
                        .add(way));
        var known = new HashSet<String>();
        for (var same : ways.entrySet()) {
            for (var colluders = 0; colluders <= Math.min(COLLUDING, people - 1); colluders++) {
                for (var told : ways(colluders, PICKS.size() + 1)) {
                    var left = same.getValue().stream()
                            .map(way -> without(way, told))
                            .filter(rest -> IntStream.of(rest).allMatch(count -> count >= 0))
                            .toList();
                    if (!left.isEmpty()
                            && left.stream()
                                            .map(TakingOwnQuestionsTest::unanimous)
                                            .distinct()
                                            .count()
                                    == 1
                            && unanimous(left.get(0)) >= 0) {
                        known.add(same.getKey() + " to those of whom " + colluders + " are told of");
                    }
                }
            }
        }
        return known;
    }

    /** Which of them all the others said, or none. */
    private static int unanimous(int[] way) {
        var said = IntStream.range(0, way.length).filter(pick -> way[pick] > 0).toArray();
        return said.length == 1 ? said[0] : -1;
    }

    private static int[] without(int[] way, int[] some) {
        return IntStream.range(0, way.length)
                .map(pick -> way[pick] - some[pick])
                .toArray();
    }

    /** So many people over so many boxes. */
    private static List<int[]> ways(int people, int boxes) {
        if (boxes == 1) {
            return List.of(new int[] {people});
        }
        var ways = new ArrayList<int[]>();
        for (var first = 0; first <= people; first++) {
            for (var rest : ways(people - first, boxes - 1)) {
                var way = new int[boxes];
                way[0] = first;
                System.arraycopy(rest, 0, way, 1, rest.length);
                ways.add(way);
            }
        }
        return ways;
    }

    private static Object sight(int[] way) {
        var people = IntStream.of(way).sum();
        return List.of(people, people < 5 ? "private" : TakingOwnQuestions.of(List.of(PUB), answers(way)));
    }

    private static EventReport.Own told(int... people) {
        return TakingOwnQuestions.of(List.of(PUB), answers(counts(people))).get(0);
    }

    private static List<Line> lines(int... people) {
        return told(people).lines();
    }

    private static int[] counts(int... people) {
        var way = new int[PICKS.size() + 1];
        System.arraycopy(people, 0, way, 0, people.length);
        return way;
    }

    /** So many people picked each of these; the last so many say nothing. */
    private static List<Answer> answers(int[] way) {
        return said(way, PICKS, PUB);
    }

    private static List<Answer> said(int[] way, List<Pick> picks, OwnQuestion question) {
        var answers = new ArrayList<Answer>();
        for (var pick = 0; pick < way.length; pick++) {
            for (var one = 0; one < way[pick]; one++) {
                answers.add(picked(answers.size(), pick < picks.size() ? picks.get(pick) : null, question));
            }
        }
        return answers;
    }

    private static Answer picked(int writer, Pick pick, OwnQuestion question) {
        var empty = Answer.empty(new AttendanceId("%032x".formatted(writer + 1)), Evidences.EVENT, Evidences.AT);
        if (pick == null) {
            return empty;
        }
        var step = new Step.AnythingElse(Evening.NOT_SAID, List.of(new Choice(question.id(), pick)));
        return empty.save(step, Evidences.AT).stream()
                .map(AnswerDomainEvent::answer)
                .findFirst()
                .orElseThrow();
    }
}
