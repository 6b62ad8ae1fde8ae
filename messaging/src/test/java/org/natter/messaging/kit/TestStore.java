package org.natter.messaging.kit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A MongoDB wire-protocol server in memory on a free port; it answers {@code hello}, so readiness is up on it.
 *
 * <p>Guarantee: started on first use; empty then; {@link #close()} frees the port. As a static
 * {@code @RegisterExtension} it lives as long as the test class.
 */
public final class TestStore implements Store, BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

    private final Memory memory = new Memory();
    private final MongoServer server;
    private final int port;

    /** Starts at once. */
    public TestStore() {
        server = new MongoServer(memory);
        port = server.bind().getPort();
    }

    @Override
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false&uuidRepresentation=standard";
    }

    /**
     * From now on the n-th write from here, counted from 0, and every later one fails as if the process died there.
     *
     * @return what ends it when it is closed
     */
    public Breakage breakAtWrite(int n) {
        memory.left.set(n);
        return () -> memory.left.set(Integer.MAX_VALUE);
    }

    /** A time in which writes fail. */
    @FunctionalInterface
    public interface Breakage extends AutoCloseable {

        @Override
        void close();
    }

    @Override
    public void beforeAll(ExtensionContext context) {}

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /**
     * The server knows no {@code hello}, by which health checks greet a store, and breaks when a test says so.
     *
     * <p>It answers with the very documents it keeps and changes; so each command is told of in a copy, and the next one
     * waits for that.
     */
    private static final class Memory extends MemoryBackend {

        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        Memory() {
            version(ServerVersion.MONGO_5_0);
        }

        @Override
        public synchronized Document handleCommand(Channel channel, String database, String command, Document query) {
            if (WRITES.contains(command.toLowerCase(Locale.ROOT))
                    && left.get() != Integer.MAX_VALUE
                    && left.getAndUpdate(writes -> writes > 0 ? writes - 1 : 0) == 0) {
                throw new MongoServerError(8, "UnknownError", "the process died here");
            }
            if (!command.equalsIgnoreCase("hello")) {
                return super.handleCommand(channel, database, command, query).cloneDeeply();
            }
            var hello = super.handleCommand(channel, database, "isMaster", query);
            hello.put("isWritablePrimary", true);
            return hello;
        }
    }
}
