package org.natter.local.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads every record of Natter's topics, dead letters included, and looks for words that must never be there. */
final class TopicScan {

    private final String bootstrap;

    TopicScan(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * What was read and what was found.
     *
     * @param records how many records each topic holds
     * @param leaks where a forbidden word stands: topic, offset and part of the record, without the word
     */
    record Found(Map<String, Integer> records, List<String> leaks) {}

    /**
     * Reads everything and finds none of the words, in any case, nor anything set aside.
     *
     * @throws IllegalStateException if there is any of that, or if one of the three topics is empty
     */
    void requireNothingOf(Set<String> words) {
        var found = lookFor(words);
        if (!found.leaks().isEmpty()) {
            throw new IllegalStateException("A name, an address or free text is on Kafka: " + found.leaks());
        }
        if (found.records().size() < 3) {
            throw new IllegalStateException("Only these topics have records: " + found.records());
        }
        if (found.records().keySet().stream().anyMatch(topic -> topic.endsWith(".dlt"))) {
            throw new IllegalStateException("Something was set aside: " + found.records());
        }
    }

    /** Looks for the words, in any case, in keys, header names and values, and bodies. */
    Found lookFor(Set<String> words) {
        var forbidden =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        var records = new TreeMap<String, Integer>();
        var leaks = new ArrayList<String>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var found : consumer.poll(Duration.ofMillis(500))) {
                    records.merge(found.topic(), 1, Integer::sum);
                    look(found, forbidden, leaks);
                }
            }
        }
        return new Found(records, leaks);
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        Set<String> topics;
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            topics = new TreeSet<>(admin.listTopics().names().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not list its topics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while listing topics.", e);
        }
        return topics.stream()
                .filter(topic -> topic.startsWith("natter."))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }

    private static void look(ConsumerRecord<byte[], byte[]> found, Set<String> forbidden, List<String> leaks) {
        var place = found.topic() + "/" + found.partition() + "@" + found.offset();
        lookIn(place + " key", found.key(), forbidden, leaks);
        lookIn(place + " body", found.value(), forbidden, leaks);
        for (var header : found.headers()) {
            lookIn(place + " header", header.key().getBytes(StandardCharsets.UTF_8), forbidden, leaks);
            lookIn(place + " header " + header.key(), header.value(), forbidden, leaks);
        }
    }

    private static void lookIn(String place, byte @Nullable [] bytes, Set<String> forbidden, List<String> leaks) {
        if (bytes == null) {
            return;
        }
        var text = new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        if (forbidden.stream().anyMatch(text::contains)) {
            leaks.add(place);
        }
    }
}
