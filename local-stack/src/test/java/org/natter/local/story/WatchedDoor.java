package org.natter.local.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How soon whoever is checked in stands in the overview, while fifty a second come in and somebody looks all the time. */
final class WatchedDoor {

    static final String WHAT = "check-in to overview";

    private static final double PER_SECOND = 50;
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final Bench bench;
    private final PublishedEvent event;

    WatchedDoor(Bench bench, PublishedEvent event) {
        this.bench = bench;
        this.event = event;
    }

    /** All of these come in, to so many who are here already. */
    void comeIn(List<GuestBooking> bookings, int here) throws InterruptedException {
        var door = bench.crowd().doorOf(event);
        var safe = new ConcurrentLinkedQueue<Long>();
        var over = new AtomicBoolean();
        var watcher = Executors.newSingleThreadExecutor();
        try {
            var behind = watcher.submit(() -> watch(here, here + bookings.size(), safe, over));
            var done = OpenModel.run(PER_SECOND, bookings, (booking, number) -> {
                var answer = bench.crowd().checkIn(door, booking);
                safe.add(System.nanoTime());
                return answer;
            });
            var last = System.nanoTime();
            var nanos = behind.get(10, TimeUnit.MINUTES);
            var figures = new LinkedHashMap<>(
                    Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray())
                            .figures());
            figures.put("asked", PER_SECOND);
            figures.put("again", done.latency().again());
            figures.put("afterTheLast", (System.nanoTime() - last) / NANOS_IN_A_MILLISECOND);
            bench.sheet().say(WHAT, event.places(), figures);
        } catch (ExecutionException | TimeoutException blind) {
            throw new IllegalStateException("The overview never showed all who came in.", blind);
        } finally {
            over.set(true);
            watcher.shutdownNow();
        }
    }

    /** How long after its answer each check-in was seen, in nanoseconds, until the overview shows all. */
    private List<Long> watch(int here, int all, Queue<Long> safe, AtomicBoolean over) {
        var behind = new ArrayList<Long>();
        for (var counted = here; counted < all && !over.get(); LockSupport.parkNanos(GLANCE)) {
            var shown = bench.region().overview(event).here();
            var now = System.nanoTime();
            for (; counted < shown; counted++) {
                var answered = safe.poll();
                behind.add(answered == null ? 0 : Math.max(0, now - answered));
            }
        }
        return behind;
    }
}
