package org.natter.event.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.natter.event.programme.EventFixture.aPubEvening;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    @Test
    void whatIsStillToComeIsReadFirstAndTheLatestOfThePastNext() {
        var october = aPubEvening().draft();
        var november = on("2026-11-12");
        var december = on("2026-12-03");
        var january = on("2027-01-07");

        var read = Programme.comingFirst(
                List.of(january, october, december, november), Instant.parse("2026-11-20T12:00:00Z"));

        assertThat(read).containsExactly(december, january, november, october);
    }

    @Test
    void anEveningThatIsGoingOnIsStillToCome() {
        var october = aPubEvening().draft();

        var read = Programme.comingFirst(List.of(on("2026-11-12"), october), EventFixture.DURING_IT);

        assertThat(read).startsWith(october);
    }

    private static Event on(String day) {
        return aPubEvening().from(day + "T18:30").until(day + "T21:00").draft();
    }
}
