package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.kit.RestartTestOf;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.context.ConfigurableApplicationContext;

/** Group attendee-service.history: stopped between two messages, started again; nothing twice, nothing lost. */
@RestartTestOf("attendee-service.history")
class HistoryRestartTest {

    private static final String EVENT = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    private static final String WREN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final String SAMIR = "1a2b3c4d5e6f708192a3b4c5d6e7f809";
    private static final String TOBIAS = "c0ffee00c0ffee00c0ffee00c0ffee00";

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private final RunningService service = new RunningService(STORE, BROKER);

    @Test
    void historyGoesOnWhereItStopped() {
        var first = answer(1, SAMIR);
        try (var running = start()) {
            service.send(MessagesOfOthers.checkedIn(EVENT, WREN, 1, "2026-10-15T17:42:00Z"), first);
            await("the first answer")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(met(running)).containsExactly(SAMIR));
        }
        service.send(
                answer(2, SAMIR, TOBIAS),
                first,
                MessagesOfOthers.published(
                        EVENT, 1, "Riverside pub evening", "2026-10-15T17:30:00Z", "2026-10-15T20:00:00Z"),
                MessagesOfOthers.checkInUndone(EVENT, WREN, 2, "2026-10-15T17:43:00Z"),
                MessagesOfOthers.checkedIn(EVENT, WREN, 1, "2026-10-15T17:42:00Z"));

        try (var running = start()) {
            await("the rest")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(met(running)).containsExactly(SAMIR, TOBIAS));
            var rooms = running.getBean(Rooms.class);
            await("the room")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(
                                    rooms.of(List.of(new EventId(EVENT))).values())
                            .singleElement()
                            .satisfies(room -> {
                                assertThat(room.told())
                                        .get()
                                        .extracting(Room.Facts::title)
                                        .isEqualTo("Riverside pub evening");
                                assertThat(room.present()).isEmpty();
                            }));
        }
    }

    private ConfigurableApplicationContext start() {
        return service.start("--natter.mail.senders=0");
    }

    private static List<String> met(ConfigurableApplicationContext running) {
        var rows = running.getBean(HistoryEntries.class).of(List.of(new AttendanceId(WREN)));
        return rows.values().stream()
                .flatMap(entry -> entry.answered().stream())
                .flatMap(answer -> answer.met().stream())
                .map(side -> side.who().id())
                .toList();
    }

    private static MessagesOfOthers.Sent answer(long version, String... met) {
        return MessagesOfOthers.answered(
                EVENT,
                WREN,
                version,
                "2026-10-16T18:20:00Z",
                List.of(met).stream()
                        .map(other -> MessagesOfOthers.side("ATTENDANCE", other, "NEW", "CHAT"))
                        .toList(),
                List.of());
    }
}
