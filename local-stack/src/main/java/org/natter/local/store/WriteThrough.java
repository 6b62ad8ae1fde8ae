package org.natter.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Commits the store after every writing command, before the reply leaves.
 *
 * <p>One command changes the store at a time, and none while others read or a commit runs: what reaches the file is whole
 * commands, and a reply waits for the commit of what it shows. One commit serves every command that was waiting for one. The
 * server knows no {@code hello}, which the driver's health check asks; it gets the older {@code isMaster}'s answer.
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

    private final MVStore store;
    private final boolean force;
    private final Lock reading;
    private final Lock changing;
    private final AtomicLong changes = new AtomicLong();
    private volatile long committed;

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
        if (READS.contains(name) && !(name.equals("aggregate") && writes(query))) {
            return read(channel, database, command, query);
        }
        return change(channel, database, command, query);
    }

    /** Runs the work while no command is half done. */
    void undisturbed(Runnable work) {
        changing.lock();
        try {
            work.run();
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
            seen = changes.get();
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
            mine = changes.incrementAndGet();
        } finally {
            changing.unlock();
        }
        commitUpTo(mine);
        return reply;
    }

    private void commitUpTo(long change) {
        if (committed < change) {
            undisturbed(() -> {
                if (committed < change) {
                    commit();
                }
            });
        }
    }

    /** Everything changed so far reaches the file; only while no command is half done. */
    private void commit() {
        var all = changes.get();
        if (store.hasUnsavedChanges()) {
            store.commit();
        }
        if (force) {
            store.sync();
        }
        committed = all;
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
