package org.natter.local.story;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.natter.local.stack.Ports;

/** What the parts under Natter do by themselves on this machine in the same hour: the bare driver and the bare producer. */
final class Ceilings {

    private static final int WRITES = 2_000;
    private static final int MESSAGES = 20_000;
    private static final int BYTES = 500;
    private static final double NANOS = 1e9;
    private static final String TOPIC = "ceiling";

    private final Ports ports;

    Ceilings(Ports ports) {
        this.ports = ports;
    }

    /** Conditional writes a second on one document, one after another, as an aggregate has them. */
    double writesOnOneDocument() {
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + ports.mongodb() + "/?directConnection=true")) {
            var rows = client.getDatabase("ceiling").getCollection("row");
            rows.insertOne(new Document("_id", "one").append("v", 0).append("words", "w".repeat(BYTES)));
            var begun = System.nanoTime();
            for (int version = 0; version < WRITES; version++) {
                var written = rows.updateOne(
                        Filters.and(Filters.eq("_id", "one"), Filters.eq("v", version)),
                        Updates.combine(Updates.set("v", version + 1), Updates.set("field", version)));
                if (written.getMatchedCount() != 1) {
                    throw new IllegalStateException("A write on nobody else's document was lost.");
                }
            }
            var perSecond = WRITES / ((System.nanoTime() - begun) / NANOS);
            client.getDatabase("ceiling").drop();
            return perSecond;
        }
    }

    /** Messages a second that an idempotent producer has acknowledged by all. */
    double messagesSent() {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + ports.kafka(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true);
        makeTopic();
        var sent = new AtomicInteger();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var begun = System.nanoTime();
            for (int number = 0; number < MESSAGES; number++) {
                producer.send(
                        new ProducerRecord<>(TOPIC, Integer.toString(number), new byte[BYTES]),
                        (where, trouble) -> sent.addAndGet(trouble == null ? 1 : 0));
            }
            producer.flush();
            var perSecond = MESSAGES / ((System.nanoTime() - begun) / NANOS);
            if (sent.get() != MESSAGES) {
                throw new IllegalStateException("Only " + sent + " messages were acknowledged.");
            }
            return perSecond;
        }
    }

    /** The broker makes no topic by itself. */
    private void makeTopic() {
        try (var admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) ("127.0.0.1:" + ports.kafka())))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The broker made no topic to measure with.", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker made a topic.", interrupted);
        }
    }
}
