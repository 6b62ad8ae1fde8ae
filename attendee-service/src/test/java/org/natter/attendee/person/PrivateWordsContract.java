package org.natter.attendee.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.natter.ids.HexId;

/** What every place that keeps words for their writer alone promises; each test is about writers of its own. */
public interface PrivateWordsContract {

    PrivateWords words();

    @Test
    default void theSameWordsAreTheSameLabel() {
        var wren = AttendanceId.random();
        var tall = words().label(wren, "the tall one").orElseThrow();
        var other = words().label(wren, "Buses").orElseThrow();

        assertThat(words().label(wren, " The tall one ")).contains(tall);
        assertThat(words().label(AttendanceId.random(), "the tall one")).isNotEqualTo(tall);
        assertThat(words().labelsOf(wren)).isEqualTo(Map.of(tall, "The tall one", other, "Buses"));
    }

    @Test
    default void severalAttendancesAreReadAtOnce() {
        var march = AttendanceId.random();
        var may = AttendanceId.random();
        var outcome = new OutcomeId(HexId.random());
        var tall = words().label(march, "the tall one").orElseThrow();
        words().remember(march, " A good quiz. ");
        words().remember(may, outcome, "Two weeks.");

        var all = List.of(march, may, AttendanceId.random());

        assertThat(words().labelsOf(all)).isEqualTo(Map.of(tall, "the tall one"));
        assertThat(words().keptBy(all))
                .isEqualTo(Map.of(
                        march,
                        new PrivateWords.Kept("A good quiz.", Map.of()),
                        may,
                        new PrivateWords.Kept("", Map.of(outcome.value(), "Two weeks."))));
        assertThat(words().labelsOf(List.of())).isEmpty();
        assertThat(words().keptBy(List.of())).isEmpty();
    }

    @Test
    default void wordsThatNobodyHasSeenAreNotWrittenOver() {
        var wren = AttendanceId.random();
        words().remember(wren, "A good quiz.", "");

        assertThatThrownBy(() -> words().remember(wren, "Buses.", "")).isInstanceOf(ChangedMeanwhile.class);
        words().remember(wren, "A good quiz.", "");
        assertThat(words().rememberedBy(wren)).isEqualTo("A good quiz.");

        words().remember(wren, "Buses.", "A good quiz.");
        assertThat(words().rememberedBy(wren)).isEqualTo("Buses.");
        assertThat(words().rememberedBy(AttendanceId.random())).isEmpty();
    }

    @Test
    default void moreLabelsThanAnEveningHasAreNotTaken() {
        var wren = AttendanceId.random();
        for (var number = 0; number < PrivateWords.MOST_LABELS; number++) {
            assertThat(words().label(wren, "number " + number)).isPresent();
        }

        assertThat(words().label(wren, "one more")).isEmpty();
        assertThat(words().label(wren, "number 7")).as("the same once more").isPresent();
        assertThat(words().labelsOf(wren)).hasSize(PrivateWords.MOST_LABELS);
    }
}
