package org.natter.web.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.natter.web.services.EventApi.EventKind;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventApi.Overview;
import org.natter.web.services.EventId;

/** What the first page asks of others, and when. */
class OverviewPageTest {

    private static final Instant NOW = Instant.parse("2026-11-26T18:31:00Z");

    private final List<String> order = new ArrayList<>();

    @Test
    void allIsAskedBeforeTheFirstAnswerIsAwaited() {
        var coming = card("a", EventStatus.PUBLISHED, Duration.ofDays(7));
        var past = card("b", EventStatus.CONCLUDED, Duration.ofDays(-7));

        var page = OverviewPage.of(
                List.of(coming, past),
                0,
                card -> asked("report", new AfterAnEvent(null, null)),
                events -> asked("places", Map.of()),
                cards -> asked("lists", cards),
                NOW);

        assertThat(page.season()).containsExactly(past);
        assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("ask report", "ask places", "ask lists");
        assertThat(order.subList(3, order.size()))
                .containsExactlyInAnyOrder("await report", "await places", "await lists");
    }

    private <T> Supplier<T> asked(String what, T answer) {
        order.add("ask " + what);
        return () -> {
            order.add("await " + what);
            return answer;
        };
    }

    private static EventCard card(String digit, EventStatus status, Duration fromNow) {
        var starts = NOW.plus(fromNow);
        var ends = starts.plus(Duration.ofHours(2));
        return EventCard.of(
                new Overview(
                        new EventId(digit.repeat(32)),
                        "Riverside pub evening",
                        EventKind.SOCIAL,
                        status,
                        LocalDateTime.ofInstant(starts, ZoneOffset.UTC),
                        LocalDateTime.ofInstant(ends, ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        starts,
                        ends,
                        "The Riverside",
                        24,
                        20,
                        3,
                        0,
                        12,
                        0,
                        null),
                ZoneOffset.UTC);
    }
}
