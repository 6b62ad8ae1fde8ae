package org.natter.local.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;

/**
 * The MongoDB wire protocol over one file, on the loopback address.
 *
 * <p>What was acknowledged survives a killed process; with {@code force} every write also waits for the disk and survives
 * a power cut. The file is compacted at start if a good part of it is waste, and piece by piece once it has grown by a quarter
 * of a gigabyte: each piece is short, since everybody waits for it. Use {@code retryWrites=false}: there are no sessions.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final long WORTH_COMPACTING = 16L << 20;
    private static final int WELL_FILLED = 70;
    private static final long GROWTH_BEFORE_COMPACTING = 256L << 20;
    private static final int PIECES = 4;
    private static final int A_PIECE_MILLIS = 250;
    private static final int SECONDS_BETWEEN = 3;

    private final Path file;
    private final int port;
    private final boolean force;
    private @Nullable Running running;

    private record Running(
            MongoServer server, WriteThrough backend, MVStore store, ScheduledExecutorService housekeeping) {}

    /** A store in the file, on the port; {@code force} makes each write wait for the disk. */
    public EmbeddedStore(Path file, int port, boolean force) {
        this.file = file;
        this.port = port;
        this.force = force;
    }

    /** A connection string without a database. */
    public String address() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
    }

    /** Opens the file, made if absent, and returns once clients can connect. */
    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("The store runs already.");
        }
        compactFile();
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(32)
                .autoCommitDisabled()
                .open();
        if (!force) {
            store.setRetentionTime(0); // keeps the file small; safe unless the disk itself forgets
        }
        EarlierFormat.takeOver(store);
        var backend = new WriteThrough(store, force);
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        server.bind(new InetSocketAddress("127.0.0.1", port));
        var housekeeping = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "store-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        running = new Running(server, backend, store, housekeeping);
        housekeeping.scheduleWithFixedDelay(
                new Compacting(store, backend), SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** Commits, closes the file and stops; a second call does nothing. */
    public synchronized void stop() {
        if (running != null) {
            running.housekeeping().shutdownNow();
            running.server().shutdownNow();
            if (!running.store().isClosed()) {
                running.store().close();
            }
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void compactFile() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            MVStoreTool.compactCleanUp(file.toString());
            if (Files.exists(file) && Files.size(file) > WORTH_COMPACTING && inUse() < WELL_FILLED) {
                MVStoreTool.compact(file.toString(), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The store's file " + file + " cannot be opened.", e);
        }
    }

    /** How much of the file is what somebody could ask for, in per cent. */
    private int inUse() {
        try (var store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return store.getFileStore().getFillRate() * store.getFileStore().getChunksFillRate() / 100;
        }
    }

    /**
     * Looks every few seconds whether the file has outgrown its last compaction, and then takes some pieces of it, one at a
     * time. What they make free is written to next, also where the file does not become shorter.
     */
    private static final class Compacting implements Runnable {

        private final MVStore store;
        private final WriteThrough backend;
        private long compacted;
        private int pieces;

        Compacting(MVStore store, WriteThrough backend) {
            this.store = store;
            this.backend = backend;
            this.compacted = store.getFileStore().size();
        }

        @Override
        public void run() {
            if (pieces == 0 && store.getFileStore().size() - compacted > GROWTH_BEFORE_COMPACTING) {
                pieces = PIECES;
            }
            if (pieces > 0) {
                pieces--;
                backend.undisturbed(() -> store.compactFile(A_PIECE_MILLIS));
                compacted = store.getFileStore().size();
            }
        }
    }
}
