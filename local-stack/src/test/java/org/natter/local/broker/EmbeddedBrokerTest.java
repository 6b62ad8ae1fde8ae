package org.natter.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.local.ChildJvm;
import org.natter.local.FreePort;

class EmbeddedBrokerTest {

    private static final String TOPIC = "teachmeet";

    @TempDir
    private Path folder;

    @Test
    void keepsItsRecordsAndTopicsOverACleanRestart() throws Exception {
        try (var broker = new EmbeddedBroker(folder, FreePort.any(), FreePort.any())) {
            broker.start();
            makeTopic(broker.address());
            send(broker.address(), "before");
            broker.stop();

            broker.start();
            send(broker.address(), "after");

            assertThat(read(broker.address(), 2)).containsExactly("before", "after");
        }
    }

    @Test
    void losesNothingItAcknowledgedWhenTheProcessIsKilled() throws Exception {
        var port = FreePort.any();
        var controller = FreePort.any();
        var arguments = List.of(folder.toString(), String.valueOf(port), String.valueOf(controller));
        try (var child = ChildJvm.running(BrokerChild.class, List.of("-Xmx192m"), arguments)) {
            child.awaitLine("ready");
            makeTopic("127.0.0.1:" + port);
            send("127.0.0.1:" + port, "one", "two", "three");

            child.kill();
        }

        try (var broker = new EmbeddedBroker(folder, port, controller)) {
            broker.start();

            assertThat(read(broker.address(), 3)).containsExactly("one", "two", "three");
        }
    }

    private static void makeTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(String address, String... words) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", address, "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<byte[], byte[]>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var word : words) {
                producer.send(new ProducerRecord<>(TOPIC, word.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    private static List<String> read(String address, int expected) {
        var partition = new TopicPartition(TOPIC, 0);
        var words = new ArrayList<String>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (words.size() < expected && System.nanoTime() < deadline) {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    words.add(new String(found.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return words;
    }
}
