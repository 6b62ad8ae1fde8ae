package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.attendee.history.ToldInHistories.answer;
import static org.natter.attendee.history.ToldInHistories.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.natter.attendee.history.OutcomeReported.Direction;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;

/** What every place that keeps what attendances reported promises; each test is about writers of its own. */
interface HistoryEntriesContract {

    EventId EVENT = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");

    HistoryEntries entries();

    @Test
    default void theNewestAnswerStandsWhateverComesLast() {
        var wren = AttendanceId.random();
        var iona = AttendanceId.random();
        var newer = answer(wren, EVENT, iona);

        assertThat(entries().on(newer, message("answer", wren.value(), 3))).isEqualTo(Effect.APPLIED);
        assertThat(entries().on(answer(wren, EVENT), message("answer", wren.value(), 2)))
                .isEqualTo(Effect.ALREADY_NEWER);
        assertThat(entries().on(newer, message("answer", wren.value(), 3))).isEqualTo(Effect.ALREADY_NEWER);

        assertThat(entries().of(List.of(wren, iona))).containsOnlyKeys(wren);
        assertThat(entries().of(List.of(wren)).get(wren).answered()).contains(newer);
        assertThat(entries().of(List.of())).isEmpty();
    }

    @Test
    default void whatCameOfItStandsBesideTheAnswerWhicheverComesFirst() {
        var wren = AttendanceId.random();
        var invited = new InvitedToAnswer(wren, EVENT, 1, Instant.parse("2026-10-22T22:59:59Z"));
        entries().on(outcome(wren, 1, false), message("outcome", "1".repeat(32), 1));
        entries().on(outcome(wren, 2, true), message("outcome", "2".repeat(32), 1));
        entries().on(answer(wren, EVENT), message("answer", wren.value(), 1));
        entries().on(invited, message("invitation", wren.value(), 1));

        var kept = entries().of(List.of(wren)).get(wren);

        assertThat(kept.standingOutcomes()).containsExactly(outcome(wren, 1, false));
        assertThat(kept.answered()).contains(answer(wren, EVENT));
        assertThat(kept.invited()).isEqualTo(invited);
    }

    @Test
    default void whoNamesWhomIsToldOfTheseAlone() {
        var wren = AttendanceId.random();
        var iona = AttendanceId.random();
        var tobias = AttendanceId.random();
        var ruth = AttendanceId.random();
        entries().on(answer(wren, EVENT, iona, ruth), message("answer", wren.value(), 1));
        entries().on(answer(tobias, EVENT, wren), message("answer", tobias.value(), 1));
        entries().on(answer(iona, EVENT), message("answer", iona.value(), 1));

        assertThat(entries().naming(List.of(wren, tobias, iona), List.of(wren))).containsExactly(tobias);
        assertThat(entries().naming(List.of(tobias), List.of())).isEmpty();
        assertThat(entries().amongThemselves(List.of(wren, iona)))
                .containsOnlyKeys(wren)
                .containsEntry(wren, Set.of(iona, ruth));
        assertThat(entries().amongThemselves(List.of(wren, tobias))).containsOnlyKeys(tobias);
    }

    private static OutcomeReported outcome(AttendanceId writer, int number, boolean withdrawn) {
        return new OutcomeReported(
                Integer.toString(number).repeat(32),
                writer,
                EVENT,
                Kind.ADVICE,
                Direction.RECEIVED,
                2026,
                10,
                List.of(),
                withdrawn);
    }
}
