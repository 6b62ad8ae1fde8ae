package org.natter.feedback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.natter.feedback.answer.Evening.FamiliarFaces;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.measure.Told;

/**
 * No sequence of what an organiser can see lets one person's answer be worked out: all rooms of up to seven people, all that
 * they can say, against somebody who even knows who answered, and watched the count of answers grow.
 *
 * <p>For each sight of an event the worlds that look the same are laid side by side. If some person says the same in all of
 * them, the organiser knows what they said.
 */
class DifferencingTest {

    private static final int MOST_PEOPLE = 7;

    /** Nothing, a low mark, a high one. */
    private static final int[] MARKS = {0, 2, 5};

    private static final FamiliarFaces[] FACES = {
        FamiliarFaces.NOT_SAID, FamiliarFaces.HARDLY_ANY, FamiliarFaces.ABOUT_HALF, FamiliarFaces.NEARLY_ALL
    };

    @Test
    void nobodysMarksCanBeWorkedOut() {
        for (var people = 1; people <= MOST_PEOPLE; people++) {
            assertThat(knownFrom(people, MARKS.length, DifferencingTest::rated))
                    .as("%d people", people)
                    .isEmpty();
        }
    }

    @Test
    void nobodysTimeWithFamiliarFacesCanBeWorkedOut() {
        for (var people = 1; people <= MOST_PEOPLE; people++) {
            assertThat(knownFrom(people, FACES.length, DifferencingTest::withFaces))
                    .as("%d people", people)
                    .isEmpty();
        }
    }

    /** Reasons: everybody who is not there may have one of three, or none. */
    @Test
    void nobodysReasonCanBeWorkedOut() {
        for (var people = 1; people <= MOST_PEOPLE; people++) {
            assertThat(knownFrom(people, REASONS.length, DifferencingTest::absent))
                    .as("%d people", people)
                    .isEmpty();
        }
    }

    /** Who talked with whom: nothing at all is told of a room of seven, whatever they said. */
    @Test
    void nothingIsToldOfWhoTalkedWithWhom() {
        for (var people = 1; people <= MOST_PEOPLE; people++) {
            var said = new int[people];
            Arrays.fill(said, 2);
            assertThat(TakingReports.of(rated(said), Evidences.AT).mixing()).isNull();
        }
    }

    /** A word that only unanimity can bring about gives everybody away; this is what the search would find. */
    @Test
    void aWordForAllOfFiveAloneWouldBeFound() {
        Map<Object, List<int[]>> worlds = new HashMap<>();
        for (var world = 0; world < 1 << 5; world++) {
            var said = new int[5];
            for (var one = 0; one < 5; one++) {
                said[one] = world >> one & 1;
            }
            worlds.computeIfAbsent(Told.Band.of(Arrays.stream(said).sum() / 5.0), sight -> new ArrayList<>())
                    .add(said);
        }

        assertThat(known(worlds)).isNotEmpty();
    }

    private static final AbsenceReason[] REASONS = {
        AbsenceReason.NOT_SAID, AbsenceReason.COST, AbsenceReason.CARING, AbsenceReason.OTHER
    };

    /** What can be known of somebody from what is seen: sight, person and what they must have said. */
    private static Set<String> knownFrom(int people, int choices, Function<int[], Evidence> told) {
        Map<Object, List<int[]>> worlds = new LinkedHashMap<>();
        var all = (int) Math.pow(choices, people);
        for (var world = 0; world < all; world++) {
            var said = new int[people];
            for (int one = 0, left = world; one < people; one++, left /= choices) {
                said[one] = left % choices;
            }
            worlds.computeIfAbsent(sight(told.apply(said)), sight -> new ArrayList<>())
                    .add(said);
        }
        return known(worlds);
    }

    private static Set<String> known(Map<Object, List<int[]>> worlds) {
        var known = new HashSet<String>();
        worlds.forEach((sight, same) -> {
            for (var person = 0; person < same.get(0).length; person++) {
                var who = person;
                var said = same.stream().map(world -> world[who]).distinct().toList();
                if (said.size() == 1) {
                    known.add(sight + ": person " + person + " said " + said.get(0));
                }
            }
        });
        return known;
    }

    /** All that an organiser ever sees: the count of answers before, which is the same in the end, then the report for good. */
    private static Object sight(Evidence evidence) {
        var report = TakingReports.of(evidence, Evidences.AT);
        return List.of(report.came(), report.answered(), String.valueOf(report.feedback()), report.reasons());
    }

    private static Evidence rated(int[] said) {
        var answers = new HashMap<AttendanceId, AnswerTold>();
        for (var one = 0; one < said.length; one++) {
            answers.put(id(one), answer(id(one), MARKS[said[one] % MARKS.length], FamiliarFaces.NOT_SAID));
        }
        return new Evidence(Evidences.EVENT, Map.of(), Map.of(), answers.keySet(), answers, List.of());
    }

    private static Evidence withFaces(int[] said) {
        var answers = new HashMap<AttendanceId, AnswerTold>();
        for (var one = 0; one < said.length; one++) {
            answers.put(id(one), answer(id(one), 0, FACES[said[one]]));
        }
        return new Evidence(Evidences.EVENT, Map.of(), Map.of(), answers.keySet(), answers, List.of());
    }

    private static Evidence absent(int[] said) {
        var absences = new HashMap<AttendanceId, AbsenceReason>();
        for (var one = 0; one < said.length; one++) {
            absences.put(id(one), REASONS[said[one]]);
        }
        return new Evidence(Evidences.EVENT, Map.of(), absences, Set.of(), Map.of(), List.of());
    }

    private static AnswerTold answer(AttendanceId writer, int mark, FamiliarFaces faces) {
        return new AnswerTold(writer, Evidences.EVENT, Evidences.AT, mark, mark, List.of(), List.of(), faces);
    }

    private static AttendanceId id(int number) {
        return new AttendanceId("%032x".formatted(number + 1));
    }
}
