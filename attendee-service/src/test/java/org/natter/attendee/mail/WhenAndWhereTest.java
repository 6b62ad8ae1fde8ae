package org.natter.attendee.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.natter.attendee.mail.WhenAndWhere.Change;

class WhenAndWhereTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aMendedZoneIsAnotherStartAndNotAnotherEnd() {
        var london = at("2026-10-15T17:30:00Z", LONDON);

        assertThat(at("2026-10-15T16:30:00Z", PARIS).since(london)).containsExactly(Change.START_TIME);
    }

    @Test
    void theOtherOfTwoEqualTimesIsAnotherStart() {
        assertThat(at("2026-10-25T01:30:00Z", LONDON).since(at("2026-10-25T00:30:00Z", LONDON)))
                .containsExactly(Change.START_TIME);
    }

    private static WhenAndWhere at(String starts, ZoneId zone) {
        var start = Instant.parse(starts);
        return new WhenAndWhere(start, start.plusSeconds(9000), zone, "The Moorhen", "");
    }
}
