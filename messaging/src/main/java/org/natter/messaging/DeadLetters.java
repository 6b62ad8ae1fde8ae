package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * What was set aside by this service's features, and what was decided about it.
 *
 * <p>Guarantee: a decision is a row of {@code dead_letter_decision}; a replay runs the feature's own table, which takes a
 * message it knows for known. Bodies are never logged.
 */
final class DeadLetters {

    private static final Pattern ID = Pattern.compile("(.+\\.dlt)-(\\d{1,9})-(\\d{1,18})");
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int SHOWN = 500;

    private final KafkaAccess kafka;
    private final Subscriptions subscriptions;
    private final Supplier<MongoCollection<Document>> decisions;
    private final BeanFactory beans;
    private final Clock clock;

    DeadLetters(
            KafkaAccess kafka,
            Subscriptions subscriptions,
            Supplier<MongoCollection<Document>> decisions,
            BeanFactory beans,
            Clock clock) {
        this.kafka = kafka;
        this.subscriptions = subscriptions;
        this.decisions = decisions;
        this.beans = beans;
        this.clock = clock;
    }

    /** The undecided ones, oldest first, at most {@value #SHOWN}. */
    List<DeadLetter> undecided() {
        var letters = new ArrayList<DeadLetter>();
        for (String topic : topics()) {
            letters.addAll(read(topic, null, SHOWN).stream().map(DeadLetter::of).toList());
        }
        var decided = decidedOf(letters.stream().map(DeadLetter::id).toList());
        return letters.stream()
                .filter(letter -> !decided.contains(letter.id()))
                .sorted(Comparator.comparing(DeadLetter::at))
                .limit(SHOWN)
                .toList();
    }

    /** One dead letter, decided or not. */
    Optional<DeadLetter> find(String id) {
        return record(id).map(DeadLetter::of);
    }

    /**
     * Runs the record through the table of the feature that set it aside.
     *
     * @return false if there is no such dead letter
     * @throws RuntimeException whatever the table throws; it then stays undecided
     */
    boolean replay(String id) {
        var record = record(id);
        if (record.isEmpty()) {
            return false;
        }
        functionOf(record.get().topic()).accept(message(record.get()));
        decide(id, "REPLAYED", null);
        return true;
    }

    /** False if there is no such dead letter. */
    boolean discard(String id, DiscardReason reason) {
        if (record(id).isEmpty()) {
            return false;
        }
        decide(id, "DISCARDED", reason);
        return true;
    }

    private void decide(String id, String decision, @Nullable DiscardReason reason) {
        var row = new Document("_id", id).append("decision", decision).append("at", Date.from(clock.instant()));
        if (reason != null) {
            row.append("reason", reason.name());
        }
        decisions.get().replaceOne(Filters.eq("_id", id), row, new ReplaceOptions().upsert(true));
    }

    private Set<String> decidedOf(List<String> ids) {
        var decided = new HashSet<String>();
        if (!ids.isEmpty()) {
            decisions.get().find(Filters.in("_id", ids)).forEach(row -> decided.add(row.getString("_id")));
        }
        return decided;
    }

    private Set<String> topics() {
        var topics = new HashSet<String>();
        subscriptions.all().forEach(subscription -> topics.add(subscription.deadLetterTopic()));
        return topics;
    }

    @SuppressWarnings("unchecked") // a binding's function is of this type, or the binding would not run
    private Consumer<Message<byte[]>> functionOf(String deadLetterTopic) {
        var function = subscriptions.all().stream()
                .filter(subscription -> subscription.deadLetterTopic().equals(deadLetterTopic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody sets records aside in " + deadLetterTopic))
                .function();
        return (Consumer<Message<byte[]>>) beans.getBean(function, Consumer.class);
    }

    private static Message<byte[]> message(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, Object>();
        new OwnHeaders().toHeaders(record.headers(), headers);
        return MessageBuilder.withPayload(record.value()).copyHeaders(headers).build();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> record(String id) {
        var place = ID.matcher(id);
        if (!place.matches() || !topics().contains(place.group(1))) {
            return Optional.empty();
        }
        var partition = new TopicPartition(place.group(1), Integer.parseInt(place.group(2)));
        var offset = Long.parseLong(place.group(3));
        return read(partition.topic(), Map.entry(partition, offset), 1).stream()
                .filter(record -> record.partition() == partition.partition() && record.offset() == offset)
                .findFirst();
    }

    /** From the topic's beginning, or the one record at a place. */
    private List<ConsumerRecord<byte[], byte[]>> read(
            String topic, Map.@Nullable Entry<TopicPartition, Long> place, int limit) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.looker())) {
            var partitions = place == null
                    ? IntStream.range(0, Topics.PARTITIONS)
                            .mapToObj(number -> new TopicPartition(topic, number))
                            .toList()
                    : List.of(place.getKey());
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            if (place == null) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seek(place.getKey(), place.getValue());
            }
            var deadline = System.nanoTime() + LOOK.toNanos();
            while (found.size() < limit
                    && System.nanoTime() < deadline
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    /** Why somebody decided that a record is not needed. */
    enum DiscardReason {
        NOT_OURS,
        SUPERSEDED,
        BROKEN_FOR_GOOD,
        TEST
    }

    /** A record that was set aside; ids and reasons only, never its body. */
    record DeadLetter(
            String id,
            @Nullable String reason,
            @Nullable String topic,
            @Nullable String partition,
            @Nullable String offset,
            @Nullable String messageId,
            @Nullable String messageType,
            @Nullable String subject,
            int bytes,
            Instant at) {

        static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
            return new DeadLetter(
                    record.topic() + "-" + record.partition() + "-" + record.offset(),
                    text(record, DeadLetterReason.REASON),
                    text(record, DeadLetterReason.TOPIC),
                    text(record, DeadLetterReason.PARTITION),
                    text(record, DeadLetterReason.OFFSET),
                    text(record, "ce_id"),
                    text(record, "ce_type"),
                    text(record, "ce_subject"),
                    record.value() == null ? 0 : record.value().length,
                    Instant.ofEpochMilli(record.timestamp()));
        }

        private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
            Header header = record.headers().lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
