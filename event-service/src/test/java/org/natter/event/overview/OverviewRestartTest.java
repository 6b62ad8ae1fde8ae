package org.natter.event.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.event.overview.Said.attendance;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.event.EventServiceApplication;
import org.natter.event.Topic;
import org.natter.event.programme.EventId;
import org.natter.messaging.kit.RestartTestOf;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.context.ConfigurableApplicationContext;

/** The consumer group event-service.overview, stopped between two messages. */
@RestartTestOf("event-service.overview")
class OverviewRestartTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final EventId EVENT = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    private final Said said = new Said(EVENT.value());

    @Test
    void whatIsSaidWhileItIsAwayIsCountedOnceWhenItIsBack() {
        var wren = said.about(attendance(1), "attendance.booked.v1", 1);
        var tobias = said.about(attendance(2), "attendance.booked.v1", 2);
        try (var first = start()) {
            Topic.say(BROKER, List.of(wren));
            awaitBooked(first, 1);
        }
        Topic.say(BROKER, List.of(wren, tobias, said.about(attendance(1), "attendance.checked-in.v1", 1)));

        try (var second = start()) {
            awaitBooked(second, 2);
            await("the arrival is counted")
                    .untilAsserted(() -> assertThat(figures(second).here()).isEqualTo(1));
        }
    }

    private static ConfigurableApplicationContext start() {
        return EventServiceApplication.application()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--natter.access.public-keys={\"keys\":[]}",
                        "--spring.mongodb.uri=" + STORE.connectionString(),
                        "--spring.cloud.stream.kafka.binder.brokers=" + BROKER.bootstrapServers());
    }

    private static void awaitBooked(ConfigurableApplicationContext context, int booked) {
        await("booked are counted")
                .untilAsserted(() -> assertThat(figures(context).booked()).isEqualTo(booked));
    }

    private static EventOverview figures(ConfigurableApplicationContext context) {
        return context.getBean(EventOverviews.class).of(List.of(EVENT)).get(0);
    }
}
