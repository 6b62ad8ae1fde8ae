package org.natter.feedback;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** A store in memory that also answers {@code hello}, by which a health check greets it. */
final class AnsweringStore implements AutoCloseable {

    private final MongoServer server = new MongoServer(new Greeting());
    private final int port = server.bind().getPort();

    String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

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
