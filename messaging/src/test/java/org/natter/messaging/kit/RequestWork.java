package org.natter.messaging.kit;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** The commands while this runs, such as {@code insert person}, in order. */
    public List<String> of(Runnable asking) {
        done.clear();
        asking.run();
        return List.copyOf(done);
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
