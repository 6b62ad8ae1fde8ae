package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.attendee.booking.LedgerState;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.EventId;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.RestartTestOf;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.context.ConfigurableApplicationContext;

/** Group attendee-service.booking: stopped between two messages, started again; nothing twice, nothing lost. */
@RestartTestOf("attendee-service.booking")
class BookingRestartTest {

    private static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    private static final String KEY = "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void aLedgerGoesOnWhereItStopped() {
        try (var first = start()) {
            send("event.published.v1", "riverside");
            await("the ledger opens")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () -> assertThat(ledgers(first).find(RIVERSIDE)).isPresent());
        }
        send("event.changed.v1", "later-start");
        send("event.published.v1", "riverside");
        send("event.concluded.v1", "riverside");

        try (var second = start()) {
            await("the rest is obeyed")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(ledgers(second).find(RIVERSIDE))
                            .get()
                            .extracting(SeatLedger::obeyed, SeatLedger::state)
                            .containsExactly(4L, LedgerState.CONCLUDED));
        }
    }

    private static SeatLedgers ledgers(ConfigurableApplicationContext service) {
        return service.getBean(SeatLedgers.class);
    }

    private static ConfigurableApplicationContext start() {
        return AttendeeServiceApplication.application()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + STORE.connectionString(),
                        "--spring.cloud.stream.kafka.binder.brokers=" + BROKER.bootstrapServers(),
                        "--natter.access.public-keys={\"keys\":[]}",
                        "--natter.links.feedback-keys=" + KEY,
                        "--natter.links.own-keys=" + KEY,
                        "--natter.mail.senders=0");
    }

    private static void send(String type, String name) {
        var sample = ContractSamples.read("natter.events", type, name);
        var record = new ProducerRecord<String, byte[]>(sample.topic(), sample.key(), sample.bytes());
        sample.headers()
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
