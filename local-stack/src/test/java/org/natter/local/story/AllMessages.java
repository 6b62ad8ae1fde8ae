package org.natter.local.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everything that was ever told, to be told again; and whether everybody has heard all of it. */
final class AllMessages {

    private static final List<String> TOPICS = List.of("natter.events", "natter.attendees", "natter.feedback");

    private static final Duration FOR_ALL_OF_IT = Duration.ofMinutes(15);

    private final String bootstrap;

    AllMessages(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Tells all of it twice more, in any order at all, and waits until everybody has heard it; says how many were told. */
    int tellAgain(Random random) {
        var all = new ArrayList<>(read());
        all.addAll(List.copyOf(all));
        Collections.shuffle(all, random);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            all.forEach(producer::send);
            producer.flush();
        }
        settle();
        return all.size();
    }

    /** Waits until every consumer of a service has heard everything. */
    void settle() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Patience.until(
                    "everybody to have heard everything",
                    FOR_ALL_OF_IT,
                    () -> Optional.of(true).filter(heard -> isHeard(admin, consumer)));
        }
    }

    private boolean isHeard(Admin admin, KafkaConsumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(partitions(consumer));
        try {
            for (var group : admin.listGroups().all().get()) {
                if (group.groupId().contains("-service.")) {
                    var heard = admin.listConsumerGroupOffsets(group.groupId())
                            .partitionsToOffsetAndMetadata()
                            .get();
                    for (var one : heard.entrySet()) {
                        if (one.getValue() != null && one.getValue().offset() < ends.getOrDefault(one.getKey(), 0L)) {
                            return false;
                        }
                    }
                }
            }
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say who has heard what.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    /** All of them, those of one key in the order in which they were told. */
    List<ProducerRecord<byte[], byte[]>> read() {
        var all = new ArrayList<ProducerRecord<byte[], byte[]>>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = new HashMap<>(consumer.endOffsets(partitions));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var found : consumer.poll(Duration.ofMillis(500))) {
                    all.add(new ProducerRecord<>(
                            found.topic(), found.partition(), found.key(), found.value(), found.headers()));
                }
            }
        }
        return all;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
    }
}
