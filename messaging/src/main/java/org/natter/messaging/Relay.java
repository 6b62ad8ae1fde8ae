package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final int COMPANY = 32;

    private final Delivery delivery;
    private final Leases leases;
    private volatile boolean leftOversForgotten;
    private final Clock clock;
    private final MessagingSettings settings;
    private final Map<String, GuardedRows> watched = new ConcurrentHashMap<>();
    private final Map<Aggregate, Turn> work = new LinkedHashMap<>();
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
        enqueue(new Aggregate(type, id));
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
        if (stopping != null) {
            Ending.within(DRAIN_AT_STOP, stopping);
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

    private synchronized void enqueue(Aggregate aggregate) {
        var present = work.get(aggregate);
        if (present == null) {
            submit(aggregate, Work.QUEUED, 0);
        } else if (present.state() == Work.RUNNING) {
            work.put(aggregate, new Turn(Work.AGAIN));
        }
    }

    private void submit(Aggregate aggregate, Work state, long delay) {
        var running = threads;
        if (running != null) {
            var turn = new Turn(state);
            try {
                running.schedule(() -> run(aggregate, turn), delay, TimeUnit.MILLISECONDS);
                work.put(aggregate, turn);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping; {} waits for the next start", aggregate);
            }
        }
    }

    private void run(Aggregate first, Turn turn) {
        var company = take(first, turn);
        if (company.isEmpty()) {
            return; // it went along with another
        }
        var left = new HashMap<Aggregate, Left>();
        var otherwiseWell = !failing || turn.state() == Work.ALONE;
        try {
            left.putAll(drain(company, turn.state()));
        } catch (RuntimeException e) {
            failed(first, e);
            if (otherwiseWell) {
                company.forEach(aggregate -> left.put(aggregate, Left.FAILED));
            }
        } finally {
            company.forEach(aggregate -> finished(aggregate, left.getOrDefault(aggregate, Left.UNSENT)));
        }
    }

    /**
     * Others of its type that wait for nothing but a thread go along, so that a crowd at the door is few commands; once messages
     * are sent again after an outage, those whom it held up, too.
     */
    private synchronized List<Aggregate> take(Aggregate first, Turn turn) {
        if (work.get(first) != turn) {
            return List.of();
        }
        var company = new ArrayList<Aggregate>();
        company.add(first);
        if (turn.state() == Work.QUEUED || turn.state() == Work.LATER && !failing) {
            company.addAll(others(first, Work.QUEUED, COMPANY - 1));
            if (!failing) {
                company.addAll(others(first, Work.LATER, COMPANY - company.size()));
            }
        }
        company.forEach(aggregate -> work.put(aggregate, new Turn(Work.RUNNING)));
        return company;
    }

    private List<Aggregate> others(Aggregate first, Work state, int atMost) {
        return work.entrySet().stream()
                .filter(other -> other.getValue().state() == state)
                .map(Map.Entry::getKey)
                .filter(other -> other.type().equals(first.type()) && !other.equals(first))
                .limit(atMost)
                .toList();
    }

    private synchronized void finished(Aggregate aggregate, Left left) {
        var turn = work.remove(aggregate);
        if (left == Left.UNSENT || left == Left.FAILED) {
            // Many that wait come back more slowly, so that an outage costs the store little.
            var delay = settings.retry().toMillis() + 10L * work.size();
            submit(aggregate, left == Left.FAILED ? Work.ALONE : Work.LATER, delay);
        } else if (left == Left.MORE || turn != null && turn.state() == Work.AGAIN) {
            submit(aggregate, Work.QUEUED, 0);
        }
    }

    /**
     * How each was left; who is not told of cannot be sent just now. Whoever fails in an outage by itself, as everybody does then,
     * may go along after it; whoever fails otherwise might hold up its company each time.
     */
    private Map<Aggregate, Left> drain(List<Aggregate> company, Work state) {
        var left = new HashMap<Aggregate, Left>();
        var documents = watched.get(company.get(0).type());
        company.stream()
                .filter(aggregate -> documents == null || forks.contains(aggregate.name()))
                .forEach(aggregate -> left.put(aggregate, Left.NOTHING));
        if (documents == null) {
            return left;
        }
        var begun = clock.instant();
        var leased = leases.acquire(company.stream()
                .filter(aggregate -> !left.containsKey(aggregate))
                .map(Aggregate::name)
                .toList());
        try {
            company.stream()
                    .filter(aggregate -> !leased.containsKey(aggregate.name()))
                    .forEach(aggregate -> left.putIfAbsent(aggregate, Left.FAILED));
            var sending = company.stream()
                    .filter(aggregate -> leased.containsKey(aggregate.name()))
                    .toList();
            while (!sending.isEmpty() && threads != null && leases.isFresh(begun)) {
                var otherwiseWell = !failing || sending.size() > 1 || state == Work.ALONE;
                var round = delivery.sendWaiting(sending, documents, () -> leases.isFresh(begun));
                round.troubles().forEach(this::failed);
                if (round.troubles().isEmpty()) {
                    sentAgain();
                }
                sending.stream()
                        .filter(aggregate ->
                                !round.troubles().containsKey(aggregate) || forks.contains(aggregate.name()))
                        .forEach(aggregate -> left.put(aggregate, Left.NOTHING));
                sending.stream()
                        .filter(aggregate -> left.get(aggregate) == Left.MORE)
                        .filter(round.troubles()::containsKey)
                        .forEach(aggregate -> left.put(aggregate, Left.UNSENT));
                if (round.failed() != null && otherwiseWell) {
                    left.put(round.failed(), Left.FAILED);
                }
                sending = List.copyOf(round.again());
                sending.forEach(aggregate -> left.put(aggregate, Left.MORE));
            }
            return left;
        } finally {
            leases.release(leased);
        }
    }

    private void failed(Aggregate aggregate, RuntimeException trouble) {
        if (trouble instanceof MessageFork) {
            forks.add(aggregate.name());
            LOG.error("Fork: {}. Nothing more of this aggregate is sent", trouble.getMessage());
        } else if (!failing) {
            failing = true;
            LOG.warn("{} is not sent yet: {}; tried again until it is, others likewise", aggregate, rootOf(trouble));
        }
    }

    private void sentAgain() {
        if (failing) {
            failing = false;
            LOG.info("Messages are being sent again");
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
                        .find(Filters.gt("outSince", new Date(0))) // by its index, also on the embedded store
                        .projection(Projections.include("outSince"))) {
                    var since = found.getDate("outSince");
                    if (since != null) {
                        earliest = earliest == null || since.before(earliest) ? since : earliest;
                        var aggregate = new Aggregate(type.getKey(), found.getString("_id"));
                        if (!forks.contains(aggregate.name())) {
                            enqueue(aggregate);
                        }
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

    private enum Left {
        NOTHING,
        /** The lease is not long enough for it. */
        MORE,
        /** It may be sent as soon as others are. */
        UNSENT,
        /** It cannot be sent while others are, or somebody else holds its lease. */
        FAILED
    }

    /** One time that an aggregate waits or is busy. Each is itself: who went along with another has had this one. */
    private record Turn(Work state) {}

    private enum Work {
        /** It waits for a thread. */
        QUEUED,
        /** It waits for its time, or until others are sent. */
        LATER,
        /** It waits for its time and holds up nobody then. */
        ALONE,
        RUNNING,
        AGAIN
    }
}
