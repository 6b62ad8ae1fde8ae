package org.natter.attendee.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service, to be stopped and started again on the same store and broker, by the machine's own clock. */
public final class RunningService {

    private static final String KEY = "t1:bm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm4=";

    private final TestStore store;
    private final TestBroker broker;

    public RunningService(TestStore store, TestBroker broker) {
        this.store = store;
        this.broker = broker;
    }

    public ConfigurableApplicationContext start(String... more) {
        var arguments = new ArrayList<String>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mongodb.uri=" + store.connectionString(),
                "--spring.cloud.stream.kafka.binder.brokers=" + broker.bootstrapServers(),
                "--natter.access.public-keys={\"keys\":[]}",
                "--natter.links.feedback-keys=" + KEY,
                "--natter.links.own-keys=" + KEY,
                "--natter.messaging.look-back=0")); // tests speak on its own topic, too
        arguments.addAll(List.of(more));
        return AttendeeServiceApplication.application().run(arguments.toArray(String[]::new));
    }

    public void send(MessagesOfOthers.Sent... messages) {
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var sent : messages) {
                var record = new ProducerRecord<String, byte[]>(sent.topic(), sent.key(), sent.bytes());
                sent.headerBytes().forEach((name, value) -> record.headers().add(name, value));
                producer.send(record).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
