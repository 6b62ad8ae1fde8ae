package org.natter.local.story;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.natter.web.services.FormId;

/** Many people side by side, each with ids of their own; the first who fails fails for all. */
final class Crowd implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 8;

    private final Random ids;
    private final ExecutorService people;

    Crowd(long seed) {
        this(seed, SIDE_BY_SIDE);
    }

    /** So many at most do something at once. */
    Crowd(long seed, int sideBySide) {
        this.ids = new Random(seed);
        this.people = Executors.newFixedThreadPool(sideBySide, work -> {
            var thread = new Thread(work, "people");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What each of them got, in the order given; they begin in that order too. */
    <A, B> List<B> sideBySide(List<A> all, Function<A, B> each) {
        var running = new ArrayList<Future<B>>();
        for (var one : all) {
            running.add(people.submit(() -> each.apply(one)));
        }
        var done = new ArrayList<B>();
        for (var result : running) {
            try {
                done.add(result.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted.", e);
            }
        }
        return done;
    }

    /** The id of a form, or of a press, that nobody has used yet. */
    FormId formId() {
        return new FormId(id());
    }

    /** An id nobody has used yet. */
    String id() {
        var bytes = new byte[16];
        synchronized (ids) {
            ids.nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
