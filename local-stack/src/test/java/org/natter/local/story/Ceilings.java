package org.natter.local.story;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * What the parts under Natter do by themselves on this machine in the same run: the bare driver, the bare producer and the bare
 * consumer. Of two rounds the better counts, so that neither is the first.
 */
final class Ceilings {

    private static final int MESSAGES = 20_000;
    private static final int BYTES = 500;
    private static final double NANOS = 1e9;
    private static final String TOPIC = "ceiling";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String store;
    private final String broker;

    Ceilings(String store, String broker) {
        this.store = store;
        this.broker = broker;
        makeTopic();
    }

    /** So many conditional writes on one document, one after another, as an aggregate has them; how many a second. */
    double writesOnOneDocument(int writes) {
        return better(() -> write(writes));
    }

    /** Messages a second that an idempotent producer has acknowledged by all. */
    double messagesSent() {
        return better(this::send);
    }

    /** Messages a second that a consumer has read and put into a row each, a bulk of upserts for all that one poll brings. */
    double messagesPutIntoRows() {
        return better(this::read);
    }

    private static double better(DoubleSupplier round) {
        return Math.max(round.getAsDouble(), round.getAsDouble());
    }

    private double write(int writes) {
        try (var client = MongoClients.create(store)) {
            var rows = client.getDatabase(TOPIC).getCollection("row");
            rows.insertOne(new Document("_id", "one").append("v", 0).append("words", "w".repeat(BYTES)));
            var begun = System.nanoTime();
            for (int version = 0; version < writes; version++) {
                var written = rows.updateOne(
                        Filters.and(Filters.eq("_id", "one"), Filters.eq("v", version)),
                        Updates.combine(Updates.set("v", version + 1), Updates.set("field", version)));
                if (written.getMatchedCount() != 1) {
                    throw new IllegalStateException("A write on nobody else's document was lost.");
                }
            }
            var perSecond = writes / ((System.nanoTime() - begun) / NANOS);
            client.getDatabase(TOPIC).drop();
            return perSecond;
        }
    }

    private double send() {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true);
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

    /** What was sent before, from the beginning. */
    private double read() {
        var settings = Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        try (var client = MongoClients.create(store);
                var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var rows = client.getDatabase(TOPIC).getCollection("row");
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            var begun = System.nanoTime();
            for (int read = 0; read < MESSAGES; ) {
                var found = consumer.poll(PATIENCE);
                if (!found.isEmpty()) {
                    rows.bulkWrite(upserts(found), new BulkWriteOptions().ordered(false));
                    read += found.count();
                } else if (System.nanoTime() - begun > Duration.ofMinutes(2).toNanos()) {
                    throw new IllegalStateException("Only " + read + " messages were there to read.");
                }
            }
            var perSecond = MESSAGES / ((System.nanoTime() - begun) / NANOS);
            client.getDatabase(TOPIC).drop();
            return perSecond;
        }
    }

    private static List<ReplaceOneModel<Document>> upserts(ConsumerRecords<String, byte[]> found) {
        var upserts = new ArrayList<ReplaceOneModel<Document>>();
        found.forEach(message -> upserts.add(new ReplaceOneModel<>(
                Filters.eq("_id", message.key()),
                new Document("_id", message.key()).append("v", message.offset()).append("bytes", message.value()),
                new ReplaceOptions().upsert(true))));
        return upserts;
    }

    /** The broker makes no topic by itself. */
    private void makeTopic() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The broker made no topic to measure with.", refused);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker made a topic.", interrupted);
        }
    }
}
