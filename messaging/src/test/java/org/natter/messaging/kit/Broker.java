package org.natter.messaging.kit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A broker that tests run on, in this JVM or in a container, and a tester's ways to write and read it. */
public interface Broker extends AutoCloseable {

    /** Where clients connect: {@code spring.cloud.stream.kafka.binder.brokers}. */
    String bootstrapServers();

    /** Makes a topic of six partitions, as ours are; a topic that is there stays as it is. */
    default void createTopic(String topic) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Topic " + topic + " could not be made", e);
        }
    }

    /** Sends a contract's sample as its service would, and returns once the broker has it. */
    default void send(ContractSamples.Sample sample) {
        send(sample.topic(), sample.key(), sample.bytes(), sample.headers());
    }

    /** Sends anything, also what no service of ours would send. */
    default void send(String topic, String key, byte @Nullable [] body, Map<String, String> headers) {
        createTopic(topic);
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers(),
                "acks", "all",
                "linger.ms", 0,
                "key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer",
                "value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        var record = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<byte[], byte[]>(config)) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A record for " + topic + " could not be sent", e);
        }
    }

    /** Everything a topic of six partitions holds now, in order within each partition. */
    default List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "fetch.max.wait.ms",
                20,
                "key.deserializer",
                "org.apache.kafka.common.serialization.ByteArrayDeserializer",
                "value.deserializer",
                "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(config)) {
            var partitions = IntStream.range(0, 6)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** A record's headers as text, sorted by name. */
    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    void close();
}
