package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries what aggregates have told from their documents to the broker.
 *
 * <p>Guarantee: in order per aggregate; each acknowledgement is awaited and logged in {@code event_log} before the entry
 * leaves the document. A crash in between sends the same id again. Two relays do no harm. The same id with another
 * hash stops that aggregate. While Kafka is away entries wait, the oldest beyond {@value Delivery#KEPT} in the log.
 */
final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration DRAIN_AT_STOP = Duration.ofSeconds(8);

    private final Delivery delivery;
    private final Leases leases;
    private volatile boolean leftOversForgotten;
    private final Clock clock;
    private final MessagingSettings settings;
    private final Map<String, GuardedRows> watched = new ConcurrentHashMap<>();
    private final Map<Aggregate, Work> work = new HashMap<>();
    private final Set<String> forks = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;
    private volatile @Nullable Date oldest;
    private volatile @Nullable ScheduledExecutorService threads;

    Relay(Delivery delivery, Leases leases, Clock clock, MessagingSettings settings) {
        this.delivery = delivery;
        this.leases = leases;
        this.clock = clock;
        this.settings = settings;
    }

    /** From now on aggregates of this type are looked after. */
    void watch(String type, GuardedRows documents) {
        if (watched.putIfAbsent(type, documents) != null) {
            throw new IllegalStateException("Two collections of " + type);
        }
    }

    /** One aggregate has something to tell. */
    void wake(String type, String id) {
        enqueue(new Aggregate(type, id), 0);
    }

    /** Whether this message, with this body, still stands in its aggregate's document. */
    boolean isWaiting(String aggregate, String id, String hash) {
        var slash = aggregate.indexOf('/');
        var documents = watched.get(aggregate.substring(0, slash));
        if (documents == null) {
            return false;
        }
        var found = documents
                .collection()
                .find(Filters.eq("_id", aggregate.substring(slash + 1)))
                .projection(Projections.include("out.id", "out.hash"))
                .first();
        return found != null
                && found.getList("out", Document.class, List.of()).stream()
                        .anyMatch(entry -> id.equals(entry.getString("id")) && hash.equals(entry.getString("hash")));
    }

    /** Aggregates whose messages have two bodies; nothing more of them is sent. */
    Set<String> forks() {
        return Set.copyOf(forks);
    }

    /** How long the oldest unsent message has waited, as of the last look. */
    Duration oldestUnsent() {
        var since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant());
    }

    @Override
    public synchronized void start() {
        if (threads == null) {
            var number = new AtomicInteger();
            var started = Executors.newScheduledThreadPool(settings.senders() + 1, task -> {
                var thread = new Thread(task, "relay-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            threads = started;
            started.scheduleWithFixedDelay(this::scan, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping;
        synchronized (this) {
            stopping = threads;
            threads = null;
            work.clear();
        }
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(DRAIN_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** After consumers and the web server have stopped, before the store's client is closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    private synchronized void enqueue(Aggregate aggregate, long delay) {
        var present = work.get(aggregate);
        if (present == null) {
            submit(aggregate, delay);
        } else if (present == Work.RUNNING) {
            work.put(aggregate, Work.AGAIN);
        }
    }

    private void submit(Aggregate aggregate, long delay) {
        var running = threads;
        if (running != null) {
            try {
                running.schedule(() -> run(aggregate), delay, TimeUnit.MILLISECONDS);
                work.put(aggregate, Work.QUEUED);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping; {} waits for the next start", aggregate);
            }
        }
    }

    private void run(Aggregate aggregate) {
        synchronized (this) {
            work.put(aggregate, Work.RUNNING);
        }
        var pause = settings.retry().toMillis();
        try {
            if (drain(aggregate)) {
                pause = -1;
                if (failing) {
                    failing = false;
                    LOG.info("Messages are being sent again");
                }
            }
        } catch (MessageFork e) {
            forks.add(aggregate.name());
            LOG.error("Fork: {}. Nothing more of this aggregate is sent", e.getMessage());
            pause = -1;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.warn("{} is not sent yet: {}; tried again until it is, others likewise", aggregate, rootOf(e));
            }
        } finally {
            finished(aggregate, pause);
        }
    }

    private synchronized void finished(Aggregate aggregate, long pause) {
        var again = work.remove(aggregate) == Work.AGAIN;
        if (pause >= 0) {
            // Many that wait come back more slowly, so that an outage costs the store little.
            submit(aggregate, pause + 10L * work.size());
        } else if (again) {
            submit(aggregate, 0);
        }
    }

    /** False if somebody else holds the lease. */
    private boolean drain(Aggregate aggregate) {
        var documents = watched.get(aggregate.type());
        if (documents == null || forks.contains(aggregate.name())) {
            return true;
        }
        var lease = leases.acquire(aggregate.name());
        if (lease.isEmpty()) {
            return false;
        }
        try {
            var goesOn = true;
            while (goesOn && threads != null) {
                goesOn = delivery.sendWaiting(aggregate, documents);
            }
            return true;
        } finally {
            leases.release(aggregate.name(), lease.getAsLong());
        }
    }

    /** The net: whatever a crash or a lost wake left behind. */
    private void scan() {
        try {
            if (!leftOversForgotten) {
                leases.forgetLeftOvers();
                leftOversForgotten = true;
            }
            Date earliest = null;
            for (var type : watched.entrySet()) {
                for (Document found : type.getValue()
                        .collection()
                        .find(Filters.exists("outSince"))
                        .projection(Projections.include("outSince"))) {
                    var since = found.getDate("outSince");
                    if (since != null) {
                        earliest = earliest == null || since.before(earliest) ? since : earliest;
                        wake(type.getKey(), found.getString("_id"));
                    }
                }
            }
            oldest = earliest;
        } catch (RuntimeException e) {
            LOG.warn("Looking for unsent messages failed: {}", rootOf(e));
        }
    }

    private static String rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private enum Work {
        QUEUED,
        RUNNING,
        AGAIN
    }
}
