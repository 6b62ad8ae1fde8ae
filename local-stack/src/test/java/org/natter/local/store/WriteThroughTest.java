package org.natter.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.SingleFileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered has reached the disk where that is asked for, and the operating system at least where it is not. */
class WriteThroughTest {

    @TempDir
    private Path folder;

    private final AtomicInteger forced = new AtomicInteger();

    @Test
    void waitsForTheDiskWhereItIsToldTo() {
        assertThat(forcedByTenWrites(true)).isGreaterThanOrEqualTo(10);
        assertThat(forcedByTenWrites(false)).isZero();
    }

    private int forcedByTenWrites(boolean force) {
        var disk = new SingleFileStore(new HashMap<>()) {

            @Override
            public void sync() {
                forced.incrementAndGet();
                super.sync();
            }
        };
        disk.open(folder.resolve("force-" + force).toString(), false, null);
        var store = new MVStore.Builder().adoptFileStore(disk).open();
        var server = new MongoServer(new WriteThrough(store, force));
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            var rows = client.getDatabase("tea").getCollection("pot");
            var before = forced.get();
            for (var row = 0; row < 10; row++) {
                rows.insertOne(new Document("_id", row));
            }
            return forced.get() - before;
        } finally {
            server.shutdownNow();
            store.close();
        }
    }
}
