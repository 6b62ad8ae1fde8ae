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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
 * <p>Guarantee: a decision is a row of {@code dead_letter_decision} and holds for one record set aside at one instant; a replay runs the feature's own table, which takes a
 * message it knows for known. Bodies are never logged.
 */
final class DeadLetters {

    /** The form of an id: where it lies, by topic, partition and offset. */
    static final String ID_FORM = "([A-Za-z0-9._-]+[.]dlt)-([0-9]{1,9})-([0-9]{1,18})";

    private static final Pattern ID = Pattern.compile(ID_FORM);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LONGEST = 300;
    private static final String SET_ASIDE_AT = "setAsideAt";

    private final KafkaAccess kafka;
    private final Subscriptions subscriptions;
    private final Supplier<MongoCollection<Document>> decisions;
    private final BeanFactory beans;
    private final Clock clock;
    private final int shown;

    DeadLetters(
            KafkaAccess kafka,
            Subscriptions subscriptions,
            Supplier<MongoCollection<Document>> decisions,
            BeanFactory beans,
            Clock clock,
            int shown) {
        this.kafka = kafka;
        this.subscriptions = subscriptions;
        this.decisions = decisions;
        this.beans = beans;
        this.clock = clock;
        this.shown = shown;
    }

    /** The undecided ones, oldest first, at most as many as are shown; those decided about stand in nobody's way. */
    List<DeadLetter> undecided() {
        var undecided = new ArrayList<DeadLetter>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.looker())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var deadline = deadline();
            while (undecided.size() < shown && isBefore(ends, consumer) && System.nanoTime() < deadline) {
                var letters = new ArrayList<DeadLetter>();
                consumer.poll(POLL).forEach(record -> letters.add(DeadLetter.of(record)));
                undecided.addAll(withoutDecided(letters));
            }
        }
        return undecided.stream()
                .sorted(Comparator.comparing(DeadLetter::at))
                .limit(shown)
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
        record.ifPresent(found -> {
            functionOf(found.topic()).accept(message(found));
            decide(found, "REPLAYED", null);
        });
        return record.isPresent();
    }

    /** False if there is no such dead letter. */
    boolean discard(String id, DiscardReason reason) {
        var record = record(id);
        record.ifPresent(found -> decide(found, "DISCARDED", reason));
        return record.isPresent();
    }

    private void decide(ConsumerRecord<byte[], byte[]> record, String decision, @Nullable DiscardReason reason) {
        var letter = DeadLetter.of(record);
        var row = new Document("_id", letter.id())
                .append(SET_ASIDE_AT, Date.from(letter.at()))
                .append("decision", decision)
                .append("at", Date.from(clock.instant()));
        if (reason != null) {
            row.append("reason", reason.name());
        }
        decisions.get().replaceOne(Filters.eq("_id", letter.id()), row, new ReplaceOptions().upsert(true));
    }

    /** A decision holds for what was set aside at the same place and instant: places are given again if Kafka was lost. */
    private List<DeadLetter> withoutDecided(List<DeadLetter> letters) {
        var decided = new HashMap<String, Instant>();
        if (!letters.isEmpty()) {
            var ids = letters.stream().map(DeadLetter::id).toList();
            decisions
                    .get()
                    .find(Filters.and(Filters.in("_id", ids), Filters.exists(SET_ASIDE_AT)))
                    .forEach(row -> decided.put(
                            row.getString("_id"), row.getDate(SET_ASIDE_AT).toInstant()));
        }
        return letters.stream()
                .filter(letter -> !letter.at().equals(decided.get(letter.id())))
                .toList();
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
        try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.looker())) {
            if (!partitions(consumer).contains(partition)) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            var ends = consumer.endOffsets(List.of(partition));
            var deadline = deadline();
            while (isBefore(ends, consumer) && System.nanoTime() < deadline) {
                for (var record : consumer.poll(POLL)) {
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        var topics = topics();
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private static boolean isBefore(Map<TopicPartition, Long> ends, KafkaConsumer<?, ?> consumer) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static long deadline() {
        return System.nanoTime() + LOOK.toNanos();
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
            if (header == null || header.value() == null) {
                return null;
            }
            var length = Math.min(header.value().length, LONGEST); // a stranger's may be as long as the record
            return new String(header.value(), 0, length, StandardCharsets.UTF_8);
        }
    }
}
