package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.ids.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the service's own topic whether the database is the one that wrote it.
 *
 * <p>Guarantee: nothing is sent before the end of the topic has been read. If there is something this database never wrote,
 * it was restored from a backup, or emptied: reads answer, commands are refused and nothing is sent, until an operator
 * accepts it. From then on every version begins behind all that was told, so no id is said twice with another body.
 */
final class Witness implements SmartLifecycle, Restored {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 500;
    private static final long GAP = 1_000_000;
    private static final int NAMED = 20;

    private final KafkaAccess kafka;
    private final Topics topics;
    private final MongoEventLog log;
    private final Relay relay;
    private final Supplier<MongoCollection<Document>> rows;
    private final MessagingSettings settings;
    private volatile State state = State.NOT_LOOKED;
    private volatile long floor = -1;
    private volatile String word = "";
    private volatile @Nullable Thread looking;

    Witness(
            KafkaAccess kafka,
            Topics topics,
            MongoEventLog log,
            Relay relay,
            Supplier<MongoCollection<Document>> rows,
            MessagingSettings settings) {
        this.kafka = kafka;
        this.topics = topics;
        this.log = log;
        this.relay = relay;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * The version that every next one lies behind.
     *
     * @throws StoreRestored while nobody has accepted the database
     */
    long floor() {
        if (state == State.RESTORED) {
            throw new StoreRestored();
        }
        if (floor < 0) {
            readFloor();
        }
        return floor;
    }

    @Override
    public boolean isRestored() {
        return state == State.RESTORED;
    }

    /** What an operator gives back to accept this database; empty if there is nothing to accept. */
    String word() {
        return isRestored() ? word : "";
    }

    /** @throws RuntimeException if nothing may be sent yet */
    void requireWell() {
        if (state == State.NOT_LOOKED) {
            throw new TimeoutException("The end of the topic has not been read yet");
        }
        floor();
    }

    @Override
    public void start() {
        if (settings.topic() == null || settings.lookBack() == 0 || !topics.areOfKafka()) {
            state = State.WELL;
            return;
        }
        if (topics.areThere()) {
            look();
        }
        if (state == State.NOT_LOOKED) {
            var thread = new Thread(this::lookUntilDone, "witness");
            thread.setDaemon(true);
            looking = thread;
            thread.start();
        }
    }

    @Override
    public void stop() {
        var running = looking;
        looking = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return state != State.NOT_LOOKED || looking != null;
    }

    /** After the topics, before the relay and before the first command. */
    @Override
    public int getPhase() {
        return -50;
    }

    private void lookUntilDone() {
        try {
            while (state == State.NOT_LOOKED && looking != null) {
                if (topics.areThere()) {
                    look();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Trouble of Kafka or the store leaves the question open; it is asked again. */
    private void look() {
        try {
            readFloor();
            var strange = strangers(told());
            if (strange.isEmpty()) {
                state = State.WELL;
            } else {
                judge(strange);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "The end of {} cannot be read yet: {}",
                    settings.topic(),
                    e.getClass().getSimpleName());
        }
    }

    private void judge(Collection<Told> strange) {
        var ids = new TreeSet<String>();
        strange.forEach(told -> ids.add(told.id()));
        word = Sha256.hex(String.join(" ", ids)).substring(0, 8);
        if (List.of(settings.acceptRestored().split("[, ]+")).stream()
                .anyMatch(given -> given.equals("any") || given.equals(word))) {
            accept(strange);
            return;
        }
        state = State.RESTORED;
        LOG.error(
                "The database is older than what this service has told: {} messages at the end of {} are not from it. It was"
                        + " restored or emptied. Commands are refused until it is accepted with"
                        + " NATTER_ACCEPT_RESTORED={}",
                ids.size(),
                settings.topic(),
                word);
    }

    private void accept(Collection<Told> strange) {
        var highest = strange.stream().mapToLong(Told::version).max().orElse(0);
        var next = (Math.max(highest, floor) / GAP + 1) * GAP;
        rows.get()
                .replaceOne(
                        Filters.eq("_id", "floor"),
                        new Document("_id", "floor").append("v", next),
                        new ReplaceOptions().upsert(true));
        strange.forEach(told -> log.noteStranger(told.id(), told.aggregate(), told.version(), told.hash()));
        floor = next;
        state = State.WELL;
        var concerned = new TreeSet<String>();
        strange.forEach(told -> concerned.add(told.aggregate()));
        LOG.warn(
                "The restored database is accepted; versions go on behind {}. What was told about {} aggregates is not in it,"
                        + " such as {}",
                next,
                concerned.size(),
                concerned.stream().limit(NAMED).toList());
    }

    private void readFloor() {
        var row = rows.get().find(Filters.eq("_id", "floor")).first();
        floor = row == null ? 0 : row.get("v", Number.class).longValue();
    }

    /** What stands at the end of each partition under an id of our kind. */
    private Map<String, Told> told() {
        var found = new TreeMap<String, Told>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.looker())) {
            var partitions = consumer.partitionsFor(settings.topic()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            var begins = consumer.beginningOffsets(partitions);
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            partitions.forEach(part -> consumer.seek(
                    part, Math.max(begins.getOrDefault(part, 0L), ends.getOrDefault(part, 0L) - settings.lookBack())));
            var deadline = System.nanoTime() + LOOK.toNanos();
            var left = new ArrayList<>(partitions);
            left.removeIf(part -> consumer.position(part) >= ends.getOrDefault(part, 0L));
            while (!left.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("The end of the topic does not come");
                }
                consumer.poll(POLL).forEach(record -> Told.of(record).ifPresent(told -> found.put(told.key(), told)));
                left.removeIf(part -> consumer.position(part) >= ends.getOrDefault(part, 0L));
            }
        }
        return found;
    }

    /** A message leaves its aggregate only after it stands in the log: so whoever is in neither, and then not in the log, is strange. */
    private List<Told> strangers(Map<String, Told> told) {
        var missing = unknown(told.values());
        missing.removeIf(one -> relay.isWaiting(one.aggregate(), one.id(), one.hash()));
        return unknown(missing);
    }

    private List<Told> unknown(Collection<Told> told) {
        var known = log.known(told.stream().map(Told::id).toList());
        var unknown = new ArrayList<Told>();
        for (var one : told) {
            var row = known.get(one.id());
            if (row == null || !row.hash().equals(one.hash())) {
                unknown.add(one);
            }
        }
        return unknown;
    }

    private enum State {
        NOT_LOOKED,
        WELL,
        RESTORED
    }

    /** One message of the topic. */
    private record Told(String id, String aggregate, long version, String hash) {

        static Optional<Told> of(ConsumerRecord<byte[], byte[]> record) {
            var header = record.headers().lastHeader("ce_id");
            if (header == null || header.value() == null || record.value() == null) {
                return Optional.empty();
            }
            var id = TableInbound.ID.matcher(new String(header.value(), StandardCharsets.UTF_8));
            return id.matches()
                    ? Optional.of(new Told(
                            id.group(),
                            id.group(1) + "/" + id.group(2),
                            Long.parseLong(id.group(3)),
                            Sha256.hex(record.value())))
                    : Optional.empty();
        }

        String key() {
            return id + " " + hash;
        }
    }
}
