package org.natter.messaging.kit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A MongoDB wire-protocol server in memory on a free port.
 *
 * <p>Guarantee: started on first use; empty then; {@link #close()} frees the port. As a static
 * {@code @RegisterExtension} it lives as long as the test class.
 */
public final class TestStore implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private final MongoServer server;
    private final int port;

    /** Starts at once. */
    public TestStore() {
        var backend = new MemoryBackend();
        backend.version(ServerVersion.MONGO_5_0);
        server = new MongoServer(backend);
        port = server.bind().getPort();
    }

    /** Where drivers connect: {@code spring.mongodb.uri}; the database's name is the caller's. */
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
}
