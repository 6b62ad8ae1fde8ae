package org.natter.attendee.history;

import java.util.HashMap;
import java.util.Map;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** Lets the newest version of each fact through, as a guarded write does. */
final class NewestWords {

    private final Map<String, Long> versions = new HashMap<>();

    Effect take(String fact, MessageMetadata source, Runnable write) {
        if (versions.getOrDefault(fact, 0L) >= source.version()) {
            return Effect.ALREADY_NEWER;
        }
        versions.put(fact, source.version());
        write.run();
        return Effect.APPLIED;
    }
}
