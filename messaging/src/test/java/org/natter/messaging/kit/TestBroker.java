package org.natter.messaging.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A one-node Kafka broker in this JVM, on free ports, in a temporary folder.
 *
 * <p>Guarantee: clients can connect once the constructor returns; {@link #stop()} and {@link #start()} keep address and
 * data; {@link #close()} removes the folder. As a static {@code @RegisterExtension} it lives as long as the test class.
 */
public final class TestBroker implements Broker, BeforeAllCallback, AfterAllCallback {

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final int reachedAt;
    private KafkaRaftServer server;

    /** Starts at once, which takes about two seconds. */
    public TestBroker() {
        this(0);
    }

    private TestBroker(int through) {
        try {
            folder = Files.createTempDirectory("natter-broker");
            port = freePort();
            reachedAt = through == 0 ? port : through;
            controllerPort = freePort();
            server = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker that tells its clients to come by another port, where a {@link FaultProxy} leads to {@link #port()}. */
    public static TestBroker reachedAt(int through) {
        return new TestBroker(through);
    }

    /** Where it listens itself. */
    public int port() {
        return port;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + reachedAt;
    }

    /** Stops the broker; its data stay. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts it again on the same address. */
    public void start() {
        server = started();
    }

    /** Changes one byte of the last thing a partition holds, as a failing disk does; the broker has to be stopped. */
    public void damage(String topic, int partition) {
        try (var files = Files.list(folder.resolve(topic + "-" + partition))) {
            var log = files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var bytes = Files.readAllBytes(log);
            bytes[bytes.length - 1] ^= 1;
            Files.write(log, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {}

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KafkaRaftServer started() {
        try {
            if (!Files.exists(folder.resolve("meta.properties"))) {
                new Formatter()
                        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                        .setNodeId(1)
                        .setClusterId(Uuid.randomUuid().toString())
                        .addDirectory(folder.toString())
                        .setMetadataLogDirectory(folder.toString())
                        .setControllerListenerName("CONTROLLER")
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .run();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The broker's folder could not be prepared", e);
        }
        var broker = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        broker.startup();
        return broker;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + reachedAt);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "4");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        return settings;
    }

    /** Below the ports that a system hands out to outgoing connections, which could take one before the broker does. */
    private static int freePort() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(10_000, 32_768);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }
}
