package org.natter.local.story;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Load that does not wait for answers: each request has its moment, and its latency counts from then, so a service that is
 * slow for a while is slow for everybody who came meanwhile (no coordinated omission, as Gil Tene calls the mistake).
 */
final class OpenModel {

    /** Enough that requests begin at their moment while some hundred are still under way. */
    private static final int THREADS = 256;

    private static final double NANOS = 1e9;

    private OpenModel() {}

    /**
     * How long requests took, from the planned moment.
     *
     * @param asked how many a second were planned
     * @param served how many a second were answered, from the first moment to the last answer
     * @param again how often it was refused as more than can be done at once, and asked again a second later
     */
    record Latency(Percentiles took, double asked, double served, int again) {}

    /** What each got, in the order given, and how long it took. */
    record Done<B>(List<B> answers, Latency latency) {}

    /** Does each at its moment, so many a second. */
    static <A, B> Done<B> run(double perSecond, List<A> all, BiFunction<A, Integer, B> each)
            throws InterruptedException {
        var nanos = new long[all.size()];
        var again = new Again();
        var threads = Executors.newFixedThreadPool(Math.min(THREADS, all.size()), work -> {
            var thread = new Thread(work, "load");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var begun = System.nanoTime();
            var running = IntStream.range(0, all.size())
                    .mapToObj(number -> threads.submit(() -> {
                        var planned = begun + (long) (number * NANOS / perSecond);
                        for (var left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        var answer = again.until(() -> each.apply(all.get(number), number));
                        nanos[number] = System.nanoTime() - planned;
                        return answer;
                    }))
                    .toList();
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Not all of it was answered within ten minutes.");
            }
            var seconds = (System.nanoTime() - begun) / NANOS;
            var answers = running.stream().map(OpenModel::got).toList();
            return new Done<>(
                    answers, new Latency(Percentiles.of(nanos), perSecond, all.size() / seconds, again.times()));
        } finally {
            threads.shutdownNow();
        }
    }

    private static <B> B got(Future<B> done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
