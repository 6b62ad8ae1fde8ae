package org.natter.event.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.natter.event.programme.EventFixture.LONDON;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edge case E10: the clocks change on 29 March and 25 October 2026. */
class EventTimesTest {

    @Test
    void halfPastSixStaysHalfPastSixOverAClockChange() {
        var before = between("2026-10-22T18:30", "2026-10-22T21:00", WhenAmbiguous.NOT_ASKED);
        var after = between("2026-10-29T18:30", "2026-10-29T21:00", WhenAmbiguous.NOT_ASKED);

        assertThat(before.startsAtInstant()).isEqualTo(Instant.parse("2026-10-22T17:30:00Z"));
        assertThat(after.startsAtInstant()).isEqualTo(Instant.parse("2026-10-29T18:30:00Z"));
        assertThat(after.startsAt()).isEqualTo(LocalDateTime.of(2026, 10, 29, 18, 30));
    }

    @Test
    void aTimeThatDoesNotExistIsRefused() {
        assertThat(flawsOf("2026-03-29T01:30", "2026-03-29T04:00")).containsExactly(Flaw.START_DOES_NOT_EXIST);
        assertThat(flawsOf("2026-03-28T22:00", "2026-03-29T01:30")).containsExactly(Flaw.END_DOES_NOT_EXIST);
    }

    @Test
    void aTimeThatComesTwiceAsksWhich() {
        assertThat(flawsOf("2026-10-25T01:30", "2026-10-25T04:00")).containsExactly(Flaw.START_COMES_TWICE);
        assertThat(flawsOf("2026-10-24T22:00", "2026-10-25T01:30")).containsExactly(Flaw.END_COMES_TWICE);
    }

    @Test
    void theFirstOfTwoIsAnHourBeforeTheSecond() {
        var first = between("2026-10-25T01:30", "2026-10-25T04:00", WhenAmbiguous.EARLIER);
        var second = between("2026-10-25T01:30", "2026-10-25T04:00", WhenAmbiguous.LATER);

        assertThat(first.startsAtInstant()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(second.startsAtInstant()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(second.whenAmbiguous()).isEqualTo(WhenAmbiguous.LATER);
    }

    @Test
    void aChoiceNobodyNeededIsForgotten() {
        var times = between("2026-10-15T18:30", "2026-10-15T21:00", WhenAmbiguous.LATER);

        assertThat(times).isEqualTo(between("2026-10-15T18:30", "2026-10-15T21:00", WhenAmbiguous.NOT_ASKED));
    }

    @Test
    void theEndIsAfterTheStart() {
        assertThat(flawsOf("2026-10-15T18:30", "2026-10-15T18:30")).containsExactly(Flaw.END_NOT_AFTER_START);
        assertThat(flawsOf("2026-10-15T18:30", "2026-10-14T21:00")).containsExactly(Flaw.END_NOT_AFTER_START);
    }

    private static EventTimes between(String start, String end, WhenAmbiguous choice) {
        return EventTimes.between(LocalDateTime.parse(start), LocalDateTime.parse(end), LONDON, choice);
    }

    private static List<Flaw> flawsOf(String start, String end) {
        return catchThrowableOfType(UnfitEvent.class, () -> between(start, end, WhenAmbiguous.NOT_ASKED))
                .flaws();
    }
}
