package org.natter.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the history again, in the background: of each aggregate the newest row of each type and subject, in version order.
 *
 * <p>Guarantee: one at a time over all processes of an application; how far it is stands in the row {@code republish}. It
 * goes on after a restart, and another process takes it over from one that has died, at the aggregate after the last whose
 * messages the broker has; some go out twice then, which is harmless like any repetition. While Kafka is away it waits.
 */
final class Republishing implements SmartLifecycle, SayingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(Republishing.class);
    private static final String ID = "republish";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int LANES = 6;
    private static final int AT_ONCE = 100;
    private static final int TRIES = 20;

    private final GuardedRows rows;
    private final MongoEventLog log;
    private final Sender sender;
    private final Clock clock;
    private final MessagingSettings settings;
    private final Counter again;
    private volatile @Nullable ScheduledExecutorService worker;

    Republishing(
            GuardedRows rows,
            MongoEventLog log,
            Sender sender,
            Clock clock,
            MessagingSettings settings,
            MeterRegistry meters) {
        this.rows = rows;
        this.log = log;
        this.sender = sender;
        this.clock = clock;
        this.settings = settings;
        this.again = meters.counter("natter.republished");
    }

    /**
     * How far a republishing has come.
     *
     * @param aggregate {@code <type>/<id>} if it is of one, else null
     * @param since only what was told at this instant or later; null for everything
     * @param sent messages that the broker has acknowledged, in steps of some hundred
     * @param finishedAt null while it goes on
     */
    record Progress(
            @Nullable String aggregate,
            @Nullable Instant since,
            Instant askedAt,
            int sent,
            @Nullable Instant finishedAt) {

        private static Progress of(Document row) {
            return new Progress(
                    row.getString("aggregate"),
                    instant(row, "since"),
                    row.getDate("askedAt").toInstant(),
                    row.get("sent", Number.class).intValue(),
                    instant(row, "finishedAt"));
        }

        private static @Nullable Instant instant(Document row, String field) {
            var date = row.getDate(field);
            return date == null ? null : date.toInstant();
        }
    }

    /**
     * Asks for one and returns; it begins at once.
     *
     * @return empty if one is going on
     */
    Optional<Progress> ask(@Nullable String aggregate, @Nullable Instant since) {
        var present = find();
        return present.isPresent() && isGoingOn(present.get()) ? Optional.empty() : begin(present, aggregate, since);
    }

    /** What it was at went into a log that is no longer read, so it begins anew; whoever holds the row finds it changed. */
    @Override
    public void sayEverythingAgain() {
        for (var tries = 0; tries < TRIES; tries++) {
            if (begin(find(), null, null).isPresent()) {
                return;
            }
        }
        throw new IllegalStateException("Republishing cannot begin: somebody else writes its row all the time.");
    }

    @Override
    public int said() {
        return progress().map(Progress::sent).orElse(0);
    }

    private Optional<Progress> begin(Optional<Document> present, @Nullable String aggregate, @Nullable Instant since) {
        var version = present.map(RowChange::versionOf).orElse(0L) + 1;
        var wish = new Document("aggregate", aggregate)
                .append("since", since == null ? null : Date.from(since))
                .append("askedAt", Date.from(clock.instant()))
                .append("sent", 0)
                .append("after", null)
                .append("finishedAt", null)
                .append("until", new Date(0));
        var taken = present.isEmpty()
                ? Inserts.unlessThere(rows.collection(), row(wish, version))
                : rows.collection()
                                .replaceOne(GuardedRows.guard(ID, version - 1), row(wish, version))
                                .getMatchedCount()
                        == 1;
        if (!taken) {
            return Optional.empty();
        }
        var running = worker;
        if (running != null) {
            running.execute(this::look);
        }
        return Optional.of(Progress.of(wish));
    }

    /** The one that goes on, or the last one. */
    Optional<Progress> progress() {
        return find().map(Progress::of);
    }

    @Override
    public synchronized void start() {
        if (worker == null) {
            var started = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "republish"));
            worker = started;
            started.scheduleWithFixedDelay(
                    this::look, settings.poll().toMillis(), settings.poll().toMillis(), TimeUnit.MILLISECONDS);
            started.execute(this::look);
        }
    }

    @Override
    public synchronized void stop() {
        var stopping = worker;
        worker = null;
        if (stopping != null) {
            Ending.within(STOP, stopping); // it sees for itself, and writes down how far it has come
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Like the relay's: before the store's client is closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Goes on with what nobody is at. */
    private void look() {
        try {
            var found = find();
            if (found.isPresent() && isGoingOn(found.get()) && !isHeld(found.get())) {
                goOn(found.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException trouble) {
            LOG.warn("Republishing waits: {}", trouble.getClass().getName());
        }
    }

    private void goOn(Document found) throws InterruptedException {
        var version = RowChange.versionOf(found);
        if (!write(version++, held())) {
            return;
        }
        var progress = Progress.of(found);
        var history = log.history(progress.aggregate(), progress.since(), found.getString("after"));
        var sent = progress.sent();
        var lanes = Executors.newFixedThreadPool(LANES, task -> daemon(task, "republish-lane"));
        try {
            for (var next = history.next(); !next.isEmpty(); next = history.next()) {
                sent += send(next, lanes);
                var after = next.get(next.size() - 1).aggregate();
                if (!write(
                        version++, Updates.combine(Updates.set("after", after), Updates.set("sent", sent), held()))) {
                    return; // we were thought dead, and somebody else is at it
                }
            }
            if (write(version, Updates.set("finishedAt", Date.from(clock.instant())))) {
                LOG.info("Republished {} messages", sent);
            }
        } catch (InterruptedException stopped) {
            write(version, Updates.set("until", new Date(0))); // whoever is there next need not wait for our lease
            throw stopped;
        } finally {
            lanes.shutdownNow();
        }
    }

    /** Several aggregates at once, each in its own order; those that have told little go together. */
    private int send(List<MongoEventLog.Newest> aggregates, ExecutorService lanes) throws InterruptedException {
        var work = new ArrayList<Callable<Integer>>();
        var together = new ArrayList<String>();
        for (var one : aggregates) {
            if (!together.isEmpty() && together.size() + one.ids().size() > AT_ONCE) {
                var ids = List.copyOf(together);
                work.add(() -> send(ids));
                together.clear();
            }
            together.addAll(one.ids());
        }
        work.add(() -> send(together));
        var sent = 0;
        for (var done : lanes.invokeAll(work)) {
            try {
                sent += done.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InterruptedException) {
                    throw new InterruptedException();
                }
                throw new IllegalStateException("A part of the history cannot be sent again", e.getCause());
            }
        }
        return sent;
    }

    private int send(List<String> ids) throws InterruptedException {
        var sent = 0;
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            var entries = log.entries(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            sendForSure(entries);
            again.increment(entries.size());
            sent += entries.size();
        }
        return sent;
    }

    private void sendForSure(List<Entry> entries) throws InterruptedException {
        while (true) {
            if (Thread.currentThread().isInterrupted() || worker == null) {
                throw new InterruptedException();
            }
            try {
                sender.sendInOrder(entries);
                return;
            } catch (RuntimeException away) {
                LOG.debug("Republishing waits for Kafka", away);
                TimeUnit.MILLISECONDS.sleep(settings.retry().toMillis());
            }
        }
    }

    private Optional<Document> find() {
        return Optional.ofNullable(rows.collection().find(Filters.eq("_id", ID)).first());
    }

    private boolean write(long version, Bson change) {
        return rows.collection()
                        .updateOne(
                                GuardedRows.guard(ID, version), Updates.combine(change, Updates.set("v", version + 1)))
                        .getMatchedCount()
                == 1;
    }

    private Bson held() {
        return Updates.set("until", Date.from(clock.instant().plus(LEASE)));
    }

    private static boolean isGoingOn(Document row) {
        return row.getDate("finishedAt") == null;
    }

    /** An end beyond one lease from now was written by a clock that has since been put back. */
    private boolean isHeld(Document row) {
        var now = clock.instant();
        var end = row.getDate("until").toInstant();
        return end.isAfter(now) && !end.isAfter(now.plus(LEASE));
    }

    private static Document row(Document wish, long version) {
        var row = new Document("_id", ID).append("v", version);
        row.putAll(wish);
        return row;
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
