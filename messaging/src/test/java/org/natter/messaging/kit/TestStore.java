package org.natter.messaging.kit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
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

    private final MongoServer server;
    private final int port;

    /** Starts at once. */
    public TestStore() {
        server = new MongoServer(new Greeting());
        port = server.bind().getPort();
    }

    @Override
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false&uuidRepresentation=standard";
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

    /** The server knows no {@code hello}, by which health checks greet a store. */
    private static final class Greeting extends MemoryBackend {

        Greeting() {
            version(ServerVersion.MONGO_5_0);
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (!command.equalsIgnoreCase("hello")) {
                return super.handleCommand(channel, database, command, query);
            }
            var hello = super.handleCommand(channel, database, "isMaster", query);
            hello.put("isWritablePrimary", true);
            return hello;
        }
    }
}
