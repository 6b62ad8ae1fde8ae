package org.natter.messaging.kit;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * What requests have the store do, one command after another; whatever else goes on in the application is left out.
 *
 * <p>A clock tells a stranger what differs; a test that takes the time fails on a busy machine, so the work is compared.
 */
public final class RequestWork implements CommandListener, MongoClientSettingsBuilderCustomizer {

    /** In the name of every thread of the server that answers a request. */
    private static final String ANSWERING = "-exec-";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Read> read = new CopyOnWriteArrayList<>();

    /** What one command had from the store: how many documents of which collection, and how long they are together. */
    public record Read(String collection, int documents, int bytes) {}

    /** The commands while this runs, such as {@code insert person}, in order. */
    public List<String> of(Runnable asking) {
        done.clear();
        asking.run();
        return List.copyOf(done);
    }

    /** What the commands had from the store while this runs, in order; more of the same answer is a read of its own. */
    public List<Read> readsOf(Runnable asking) {
        read.clear();
        asking.run();
        return List.copyOf(read);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (Thread.currentThread().getName().contains(ANSWERING)
                && event.getResponse().isDocument("cursor")) {
            var cursor = event.getResponse().getDocument("cursor");
            var documents = cursor.getArray(cursor.containsKey("firstBatch") ? "firstBatch" : "nextBatch");
            var bytes = documents.stream()
                    .mapToInt(one -> new RawBsonDocument(one.asDocument(), new BsonDocumentCodec())
                            .getByteBuffer()
                            .remaining())
                    .sum();
            read.add(
                    new Read(cursor.getString("ns").getValue().replaceFirst("^[^.]*\\.", ""), documents.size(), bytes));
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (Thread.currentThread().getName().contains(ANSWERING)) {
            var command = event.getCommandName();
            var subject = event.getCommand().get(command);
            done.add(command
                    + (subject != null && subject.isString()
                            ? " " + subject.asString().getValue()
                            : ""));
        }
    }

    @Override
    public void customize(MongoClientSettings.Builder client) {
        client.addCommandListener(this);
    }
}
