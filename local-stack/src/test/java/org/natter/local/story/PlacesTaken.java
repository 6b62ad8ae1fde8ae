package org.natter.local.story;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** Looks into one event's ledger all the time, and remembers how many places were booked, kept and offered at most. */
final class PlacesTaken implements AutoCloseable {

    private static final Set<String> TAKES_A_PLACE = Set.of("HELD", "BOOKED", "OFFERED");
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(10);

    private final MongoClient store;
    private final Thread watcher;
    private volatile boolean over;
    private volatile int most;
    private volatile int versions;

    PlacesTaken(String store, PublishedEvent event) {
        this.store = MongoClients.create(store);
        this.watcher = new Thread(() -> watch(event), "watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** How many at once, in the versions of the ledger that were seen. */
    int most() {
        return most;
    }

    /** How many versions of the ledger were seen. */
    int versions() {
        return versions;
    }

    private void watch(PublishedEvent event) {
        var seats = store.getDatabase("natter_attendee").getCollection("seats");
        var last = -1L;
        for (; !over; LockSupport.parkNanos(GLANCE)) {
            var ledger = seats.find(Filters.eq("_id", event.id().value())).first();
            var version = ledger == null ? last : ledger.get("v", Number.class).longValue();
            if (ledger != null && version != last) {
                last = version;
                versions++;
                most = Math.max(most, taken(ledger.get("state", Document.class)));
            }
        }
    }

    private static int taken(Document state) {
        return (int) state.getList("seats", Document.class).stream()
                .filter(seat -> TAKES_A_PLACE.contains(seat.getString("standing")))
                .count();
    }

    /** Looks no more. */
    @Override
    public void close() {
        over = true;
        try {
            watcher.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
