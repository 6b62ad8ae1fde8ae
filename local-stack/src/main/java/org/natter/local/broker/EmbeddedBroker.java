package org.natter.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node in this JVM, broker and controller in one, on the loopback address.
 *
 * <p>Whatever a producer with {@code acks=all} was told is stored is there after {@link #stop()}, after the process was
 * killed, and after the next {@link #start()} on the same folder and port. Topics are never made by asking for them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String NODE = "1";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer running;

    /** A broker that keeps its log in the folder and speaks on the two ports, neither of which may be 0. */
    public EmbeddedBroker(Path folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Starts the node and returns once clients can connect; the folder is laid out first if it is new. */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("The broker runs already.");
        }
        layOut();
        Exit.setHaltProcedure((code, message) -> sayWhyAndHalt(folder, code));
        var server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException | Error why) {
            server.shutdown(); // its other half may be up
            throw why;
        }
        running = server;
    }

    /** Hands over what is in memory to the disk and stops; a second call does nothing. */
    public synchronized void stop() {
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** A broker that cannot write takes the process with it; whoever looks after it shall know why. */
    private static void sayWhyAndHalt(Path folder, int code) {
        var why = "Natter stops: Kafka cannot write its log in " + folder
                + ". Is the disk full? Nothing acknowledged is lost: make room and start again.";
        LOG.error("{}", why);
        System.err.println(why);
        Runtime.getRuntime().halt(code);
    }

    private void layOut() {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(Integer.parseInt(NODE))
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("The broker's folder " + folder + " could not be laid out.", e);
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>(whoAndWhere());
        settings.putAll(oneNode());
        settings.putAll(smallAndQuick());
        return settings;
    }

    private Map<String, Object> whoAndWhere() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                NODE,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + address(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                folder.toString());
    }

    private static Map<String, Object> oneNode() {
        var settings = new HashMap<String, Object>();
        for (var topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".num.partitions", "4");
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("auto.create.topics.enable", "false");
        settings.put(
                "offsets.retention.minutes", String.valueOf(Duration.ofDays(90).toMinutes()));
        settings.put("log.flush.interval.messages", "1"); // one node: an acknowledgement has reached the disk
        return settings;
    }

    private static Map<String, Object> smallAndQuick() {
        var settings = new HashMap<String, Object>();
        settings.put("log.cleaner.dedupe.buffer.size", "8388608"); // 128 MB by default, all of it resident
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A killed node must be let in again quickly: its predecessor's registration has to run out first.
        // Much shorter, and a machine under load times its own living node out.
        settings.put("broker.session.timeout.ms", "6000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        // The same for a killed group member, whose partitions nobody else may read until then.
        settings.put("group.consumer.min.session.timeout.ms", "3000");
        settings.put("group.consumer.session.timeout.ms", "10000");
        settings.put("group.consumer.min.heartbeat.interval.ms", "500");
        settings.put("group.consumer.heartbeat.interval.ms", "1000");
        settings.put("group.min.session.timeout.ms", "3000");
        settings.put("controlled.shutdown.enable", "true");
        return settings;
    }
}
