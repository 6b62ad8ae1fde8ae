package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * hash stops that aggregate. While Kafka is away entries wait, the oldest beyond {@value #KEPT} in the log.
 */
final class Relay implements SmartLifecycle {

    /** How many unsent entries an aggregate's document keeps while Kafka is away. */
    static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration DRAIN_AT_STOP = Duration.ofSeconds(8);

    private final Sender sender;
    private final MongoEventLog log;
    private final Leases leases;
    private final Clock clock;
    private final MessagingSettings settings;
    private final Map<String, GuardedIndex> watched = new ConcurrentHashMap<>();
    private final Map<Aggregate, Work> work = new HashMap<>();
    private final Set<String> forks = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;
    private volatile @Nullable Date oldest;
    private volatile @Nullable ScheduledExecutorService threads;

    Relay(Sender sender, MongoEventLog log, Leases leases, Clock clock, MessagingSettings settings) {
        this.sender = sender;
        this.log = log;
        this.leases = leases;
        this.clock = clock;
        this.settings = settings;
    }

    /** From now on aggregates of this type are looked after. */
    void watch(String type, GuardedIndex documents) {
        if (watched.putIfAbsent(type, documents) != null) {
            throw new IllegalStateException("Two collections of " + type);
        }
    }

    /** One aggregate has something to tell. */
    void wake(String type, String id) {
        enqueue(new Aggregate(type, id), 0);
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
            while (threads != null) {
                var found = waiting(aggregate, documents);
                if (found.isEmpty()) {
                    return true;
                }
                send(aggregate, documents, found.get());
            }
            return true;
        } finally {
            leases.release(aggregate.name(), lease.getAsLong());
        }
    }

    private Optional<Document> waiting(Aggregate aggregate, GuardedIndex documents) {
        var found = documents
                .reading()
                .find(Filters.eq("_id", aggregate.id()))
                .projection(Projections.include("v", "out", "outSince", "parked"))
                .first();
        return Optional.ofNullable(found).filter(document -> document.getDate("outSince") != null);
    }

    private void send(Aggregate aggregate, GuardedIndex documents, Document found) {
        var parked = found.getList("parked", String.class, List.of());
        var out = found.getList("out", Document.class, List.of()).stream()
                .map(document -> Entry.of(aggregate.name(), document))
                .toList();
        var entries = new ArrayList<Entry>();
        if (!parked.isEmpty()) {
            entries.addAll(log.parked(aggregate.name(), parked));
        }
        entries.addAll(out);
        try {
            sendInOrder(entries);
        } catch (MessageFork fork) {
            throw fork;
        } catch (RuntimeException e) {
            park(aggregate, documents, out);
            throw e;
        }
        remove(aggregate, documents, found, out, parked);
    }

    private void sendInOrder(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var known = log.known(entries.stream().map(Entry::id).toList());
        for (Entry entry : entries) {
            var before = known.get(entry.id());
            if (before != null && !before.hash().equals(entry.hash())) {
                throw MessageFork.of(entry.id());
            }
            if (before == null || !before.sent()) {
                sender.send(entry);
                log.sent(entry);
            }
        }
    }

    private void remove(
            Aggregate aggregate, GuardedIndex documents, Document found, List<Entry> out, List<String> parked) {
        var version = found.get("v", Number.class).longValue();
        var all = Updates.combine(Updates.set("out", List.of()), Updates.unset("outSince"), Updates.unset("parked"));
        // Nothing was told in between: one write. Else what was sent leaves, and the newer ones are next.
        if (documents
                        .writing()
                        .updateOne(GuardedIndex.guard(aggregate.id(), version), all)
                        .getMatchedCount()
                == 0) {
            var sent = out.stream().map(Entry::id).toList();
            documents
                    .writing()
                    .updateOne(
                            Filters.eq("_id", aggregate.id()),
                            new Document("$pull", new Document("out", new Document("id", new Document("$in", sent))))
                                    .append("$pullAll", new Document("parked", parked)));
        }
    }

    private void park(Aggregate aggregate, GuardedIndex documents, List<Entry> out) {
        if (out.size() <= KEPT) {
            return;
        }
        var oldestOnes = out.subList(0, out.size() - KEPT);
        oldestOnes.forEach(log::park);
        var ids = oldestOnes.stream().map(Entry::id).toList();
        documents
                .writing()
                .updateOne(
                        Filters.eq("_id", aggregate.id()),
                        new Document("$pull", new Document("out", new Document("id", new Document("$in", ids))))
                                .append("$push", new Document("parked", new Document("$each", ids))));
    }

    /** The net: whatever a crash or a lost wake left behind. */
    private void scan() {
        try {
            Date earliest = null;
            for (var type : watched.entrySet()) {
                for (Document found : type.getValue()
                        .reading()
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

    private record Aggregate(String type, String id) {

        String name() {
            return type + "/" + id;
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
