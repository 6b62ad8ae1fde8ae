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

    /** "Let them in at the door" was asked for where there is none. */
    @Test
    void nobodyIsLetInAtTheDoorOfWhatTakesPlaceOnline() {
        for (var fromNow : List.of(Duration.ofMinutes(-10), Duration.ofHours(1), Duration.ofDays(3))) {
            var late = fromNow.compareTo(Duration.ofDays(1)) < 0;

            assertThat(todoOf(card("a", EventStatus.PUBLISHED, fromNow, "The Riverside")))
                    .as("%s from now", fromNow)
                    .containsExactly("overview.todo." + (fromNow.isNegative() ? "door" : late ? "left" : "offer"));
            assertThat(todoOf(card("a", EventStatus.PUBLISHED, fromNow, "Online")))
                    .as("online, %s from now", fromNow)
                    .isEqualTo(fromNow.isNegative() ? List.of() : List.of("overview.todo.offer"));
        }
    }

    private List<String> todoOf(EventCard card) {
        return OverviewPage.of(
                        List.of(card),
                        0,
                        past -> asked("report", new AfterAnEvent(null, null)),
                        events -> asked("places", Map.of()),
                        cards -> asked("lists", cards),
                        NOW)
                .todo()
                .stream()
                .map(OverviewPage.ToDo::message)
                .toList();
    }

    private <T> Supplier<T> asked(String what, T answer) {
        order.add("ask " + what);
        return () -> {
            order.add("await " + what);
            return answer;
        };
    }

    private static EventCard card(String digit, EventStatus status, Duration fromNow) {
        return card(digit, status, fromNow, "The Riverside");
    }

    private static EventCard card(String digit, EventStatus status, Duration fromNow, String venue) {
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
                        venue,
                        24,
                        20,
                        3,
                        0,
                        12,
                        0,
                        null),
                ZoneOffset.UTC,
                starts);
    }
}
