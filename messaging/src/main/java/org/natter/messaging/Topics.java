package org.natter.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that this service writes, reads and sets dead letters aside in.
 *
 * <p>Guarantee: ours before the consumers start if Kafka is there; if it is away, the start goes on and creation is tried
 * until it comes. A topic with another number of partitions stops the start: the number is part of the contract.
 */
final class Topics implements SmartLifecycle {

    static final int PARTITIONS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final long WAIT_MILLIS = 3000;
    private static final long PAUSE_MILLIS = 1000;

    private final KafkaAccess kafka;
    private final Subscriptions subscriptions;
    private final MessagingSettings settings;
    private final boolean kafkaIsTheBinder;
    private volatile @Nullable Thread worker;
    private volatile @Nullable String wrong;
    private volatile boolean there;

    Topics(KafkaAccess kafka, Subscriptions subscriptions, MessagingSettings settings, boolean kafkaIsTheBinder) {
        this.kafka = kafka;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.kafkaIsTheBinder = kafkaIsTheBinder;
    }

    @Override
    public void start() {
        var names = names();
        if (names.isEmpty() || !kafkaIsTheBinder) {
            there = true;
            return;
        }
        var settled = new CountDownLatch(1);
        var thread = new Thread(() -> createUntilDone(names, settled), "topics");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
        await(settled);
        var refused = wrong;
        if (refused != null) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void stop() {
        var running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Before the relay and before input bindings. */
    @Override
    public int getPhase() {
        return -100;
    }

    /** Whether there is a Kafka behind them; not so with a test's binder. */
    boolean areOfKafka() {
        return kafkaIsTheBinder;
    }

    /** Whether every topic has been seen or made; before that a binding would wait for long in vain. */
    boolean areThere() {
        return there;
    }

    /** What must be there: own, read, and a dead-letter topic for each subscription. */
    Set<String> names() {
        var names = new TreeSet<>(settings.ownTopics());
        if (settings.topic() != null) {
            names.add(settings.topic());
        }
        subscriptions.all().forEach(subscription -> {
            names.add(subscription.topic());
            names.add(subscription.deadLetterTopic());
        });
        return names;
    }

    private void createUntilDone(Set<String> names, CountDownLatch settled) {
        var told = false;
        try (var admin = AdminClient.create(kafka.admin())) {
            while (worker != null) {
                try {
                    create(admin, names);
                    there = wrong == null;
                    return;
                } catch (ExecutionException e) {
                    if (!told) {
                        LOG.warn("Kafka is away; topics are created when it comes: {}", String.valueOf(e.getCause()));
                        told = true;
                    }
                    settled.countDown();
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            settled.countDown();
        }
    }

    private void create(AdminClient admin, Set<String> names) throws ExecutionException, InterruptedException {
        var present = admin.listTopics().names().get();
        var missing = names.stream().filter(name -> !present.contains(name)).toList();
        var created = admin.createTopics(missing.stream().map(this::topic).toList());
        for (var result : created.values().values()) {
            try {
                result.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        var known = names.stream().filter(present::contains).toList();
        for (var topic : admin.describeTopics(known).allTopicNames().get().values()) {
            if (topic.partitions().size() != PARTITIONS) {
                wrong = "Topic " + topic.name() + " has " + topic.partitions().size() + " partitions, not " + PARTITIONS
                        + "; another number is a new topic generation";
                LOG.error("{}", wrong);
            }
        }
    }

    private NewTopic topic(String name) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(TimeUnit.DAYS.toMillis(21)));
        config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(TimeUnit.DAYS.toMillis(1)));
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Short.toString(settings.minInSync()));
        if (settings.flushEach()) {
            config.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        if (name.endsWith(".dlt")) {
            config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(2 * 1_048_588));
        }
        return new NewTopic(name, PARTITIONS, settings.replicas()).configs(config);
    }

    private static void await(CountDownLatch settled) {
        try {
            if (!settled.await(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Kafka is slow; the start goes on while topics are looked after");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
