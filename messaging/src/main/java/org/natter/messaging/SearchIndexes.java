package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Indexes that make searches quick; nothing that must hold depends on them.
 *
 * <p>Guarantee: declared in the background at start, so no command waits for them; a store that is away is asked again.
 */
final class SearchIndexes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);

    private final long pauseMillis;
    private final Queue<Declared> waiting = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread worker;

    SearchIndexes(long pauseMillis) {
        this.pauseMillis = pauseMillis;
    }

    /** One ascending index on these fields, of those documents alone that have any of them; before the start. */
    void declare(Supplier<MongoCollection<Document>> collection, String... fields) {
        waiting.add(new Declared(collection, List.of(fields)));
    }

    /** How many are still to be declared. */
    int open() {
        return waiting.size();
    }

    @Override
    public void start() {
        var thread = new Thread(this::declareAll, "search-indexes");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
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

    private void declareAll() {
        var told = false;
        var next = waiting.peek();
        while (worker != null && next != null) {
            try {
                next.collection().get().createIndex(Indexes.ascending(next.fields()), new IndexOptions().sparse(true));
                waiting.remove();
            } catch (RuntimeException e) {
                if (!told && worker != null) {
                    told = true;
                    LOG.warn(
                            "Search indexes wait for the store: {}",
                            e.getClass().getSimpleName());
                }
                pause();
            }
            next = waiting.peek();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker = null;
        }
    }

    private record Declared(Supplier<MongoCollection<Document>> collection, List<String> fields) {}
}
