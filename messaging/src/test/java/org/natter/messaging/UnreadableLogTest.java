package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A damaged batch in Kafka's log: a poll that fails and names no record. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableLogTest {

    private static final String BODY = "{\"guest\":\"anna\",\"at\":\"2026-10-15T16:00:00Z\",\"cupsLeft\":3}";

    @Test
    void aDamagedBatchHoldsUpItsOwnPartitionOnlyIsToldOnceAndSeen(CapturedOutput said) {
        try (var broker = new TestBroker();
                var store = new TestStore()) {
            send(broker, "damaged", 1);
            var partition = broker.read(TeaService.TOPIC).get(0).partition();
            var other = inAnotherPartition(broker, partition);
            broker.stop();
            broker.damage(TeaService.TOPIC, partition);
            broker.start();
            try (var service = TeaService.start(store.connectionString(), broker.bootstrapServers())) {
                var health = service.getBean(MessagingHealth.class);
                await("the health to say so")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> health.health().getStatus().equals(Status.DOWN));
                send(broker, "damaged", 2);
                for (int version = 1; version <= 3; version++) {
                    send(broker, other, version);
                    var id = "pot/" + other + "/" + version;
                    await(id)
                            .atMost(Duration.ofSeconds(20))
                            .until(() ->
                                    service.getBean(TeaService.class).handled.contains(id));
                }

                assertThat(service.getBean(TeaService.class).handled)
                        .as("nothing is skipped")
                        .noneMatch(id -> id.startsWith("pot/damaged/"));
                assertThat(health.health().getDetails())
                        .containsEntry(
                                "unreadable", List.of("tea-service.guests of " + TeaService.TOPIC + "-" + partition));
                assertThat(service.getBean(MeterRegistry.class)
                                .get("natter.consumers.unreadable")
                                .gauge()
                                .value())
                        .isEqualTo(1);
                assertThat(said.getAll().lines().filter(line -> line.contains("cannot read on")))
                        .hasSize(1);
                assertThat(said.getAll()).doesNotContain("Consumer exception");
            }
        }
    }

    private static String inAnotherPartition(TestBroker broker, int partition) {
        for (int i = 0; ; i++) {
            var other = "whole" + i;
            var mark = "pot/" + other + "/0";
            send(broker, other, 0);
            if (broker.read(TeaService.TOPIC).stream()
                    .filter(record -> mark.equals(Broker.headers(record).get("ce_id")))
                    .anyMatch(record -> record.partition() != partition)) {
                return other;
            }
        }
    }

    private static void send(TestBroker broker, String pot, int version) {
        broker.send(
                TeaService.TOPIC,
                pot,
                BODY.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_id",
                        "pot/" + pot + "/" + version,
                        "ce_type",
                        TeaService.POURED,
                        "ce_subject",
                        "anna",
                        "ce_time",
                        "2026-10-15T16:00:00Z"));
    }
}
