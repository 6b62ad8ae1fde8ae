package org.natter.local.pages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Listens which collections are looked through whole, and by which fields. What grows with a region's years has to be found by
 * an index, or its pages become slower with each of them.
 */
final class WholeCollections extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    /** Those that are few however long a region has been there, each with the reason. */
    private static final Set<String> SMALL = Set.of(
            "natter_event.region", // a handful
            "natter_web.organiser", // some dozen people
            "natter_web.door_link", // those that are in force
            "natter_attendee.sign_in_ask", // those of a moment
            "natter_attendee.sign_in_request", // a day's
            "natter_attendee.booking_request"); // a day's

    private static final Set<String> OWN = Set.of("relay_lease", "system.indexes");

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.natter.local.store.FileCollection");
    private final Set<String> found = new ConcurrentSkipListSet<>();

    /** From now on until it is closed. */
    static WholeCollections listening() {
        var listening = new WholeCollections();
        listening.setContext(listening.logger.getLoggerContext());
        listening.start();
        listening.logger.setLevel(Level.DEBUG);
        listening.logger.setAdditive(false);
        listening.logger.addAppender(listening);
        return listening;
    }

    /** The growing collections that were looked through, each with the fields asked for. */
    Set<String> found() {
        return found.stream().filter(one -> !isSmall(one.split(" ")[0])).collect(Collectors.toSet());
    }

    private static boolean isSmall(String collection) {
        return SMALL.contains(collection) || OWN.stream().anyMatch(collection::endsWith);
    }

    @Override
    protected void append(ILoggingEvent event) {
        found.add(Arrays.stream(event.getArgumentArray()).map(String::valueOf).collect(Collectors.joining(" by ")));
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        logger.setAdditive(true);
    }
}
