package org.natter.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the store after every writing command, before the reply leaves.
 *
 * <p>One command changes the store at a time, and none while others read or a commit runs: what reaches the file is whole
 * commands. A reply waits for the commit of whatever its collection was changed by. One commit serves every command that was
 * waiting for one. The server knows no {@code hello}, which the driver's health check asks; it gets the older
 * {@code isMaster}'s answer.
 */
final class WriteThrough extends AbstractMongoBackend {

    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getlasterror",
            "getlog",
            "getmore",
            "getparameter",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    private static final Logger LOG = LoggerFactory.getLogger(WriteThrough.class);

    /** MongoDB's own code for a disk that is full. */
    private static final int NO_ROOM = 14031;

    private final MVStore store;
    private final boolean force;
    private final Lock reading;
    private final Lock changing;
    private final Lock committing = new ReentrantLock();
    private final Map<String, Long> lastChanges = new ConcurrentHashMap<>();
    private long changes;
    private volatile long committed;
    private boolean synced;

    WriteThrough(MVStore store, boolean force) {
        this.store = store;
        this.force = force;
        var lock = new ReentrantReadWriteLock(true);
        this.reading = lock.readLock();
        this.changing = lock.writeLock();
        FileDatabase.names(store).forEach(this::resolveDatabase);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            var answer = super.handleCommand(channel, database, "isMaster", query);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        try {
            return READS.contains(name) && !(name.equals("aggregate") && writes(query))
                    ? read(channel, database, command, query)
                    : change(channel, database, command, query);
        } catch (MVStoreException broken) {
            LOG.error("The store's file cannot be read or written any more; is the disk full? {}", broken.getMessage());
            throw new MongoServerError(NO_ROOM, "OutOfDiskSpace", "The store's file cannot be written");
        }
    }

    /** Runs the work while no command is half done. */
    void undisturbed(Runnable work) {
        changing.lock();
        try {
            work.run();
            synced = false; // it may have committed what still waits to be
        } finally {
            changing.unlock();
        }
    }

    private Document read(Channel channel, String database, String command, Document query) {
        Document reply;
        long seen;
        reading.lock();
        try {
            reply = super.handleCommand(channel, database, command, query);
            seen = lastChanges.getOrDefault(namespace(database, command, query), 0L);
        } finally {
            reading.unlock();
        }
        commitUpTo(seen); // nobody acts on what a kill could still take back
        return reply;
    }

    private Document change(Channel channel, String database, String command, Document query) {
        Document reply;
        long mine;
        changing.lock();
        try {
            reply = super.handleCommand(channel, database, command, query);
            mine = ++changes;
            lastChanges.put(namespace(database, command, query), mine);
        } finally {
            changing.unlock();
        }
        commitUpTo(mine);
        return reply;
    }

    /** Everything changed so far reaches the file, if this change has not; while others read, and nobody changes. */
    private void commitUpTo(long change) {
        if (committed >= change) {
            return;
        }
        committing.lock();
        reading.lock();
        try {
            if (committed < change) {
                commit();
            }
        } finally {
            reading.unlock();
            committing.unlock();
        }
    }

    private void commit() {
        var all = changes;
        if (store.hasUnsavedChanges()) {
            synced = false;
            store.commit();
        }
        if (force && !synced) {
            store.sync();
        }
        synced = true; // a command that changed nothing, such as a row that was there already, costs no write to the
        // disk
        committed = all;
    }

    private static String namespace(String database, String command, Document query) {
        var collection = query.get(command.equalsIgnoreCase("getMore") ? "collection" : command);
        return database + "." + collection;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new FileDatabase(name, store, getCursorRegistry());
    }

    private static boolean writes(Document aggregation) {
        var pipeline = String.valueOf(aggregation.get("pipeline"));
        return pipeline.contains("$out") || pipeline.contains("$merge");
    }
}
