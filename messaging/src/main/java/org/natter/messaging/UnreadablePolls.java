package org.natter.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ListenerUtils;

/**
 * Polls that fail and name no record, as at a damaged batch in Kafka's log.
 *
 * <p>Guarantee: nothing is skipped. If the failure names its partition, that one rests until the application starts again
 * and the others go on; otherwise polling waits, 0.5 s doubling to 60 s. Each is told once.
 */
final class UnreadablePolls {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadablePolls.class);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<String, Resting> resting = new ConcurrentHashMap<>();
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();

    UnreadablePolls(Clock clock) {
        this.clock = clock;
    }

    void failed(
            String reader,
            AbstractMessageListenerContainer<?, ?> container,
            Consumer<?, ?> consumer,
            Exception thrown) {
        var named = named(consumer, thrown);
        if (named.isPresent()) {
            container.pausePartition(named.get());
            var place = reader.substring(0, reader.lastIndexOf(' ') + 1) + named.get();
            if (resting.put(place, new Resting(container, named.get())) == null) {
                LOG.error(
                        "{} cannot read on, what is there is damaged ({}); it rests, the others go on",
                        place,
                        kind(thrown));
            }
        } else {
            pause(reader, container, thrown);
        }
    }

    /** Those that rest and are still this instance's, and those that failed a moment ago. */
    List<String> places() {
        var places = new TreeSet<String>();
        resting.forEach((place, one) -> {
            if (one.isOurs()) {
                places.add(place);
            }
        });
        failing.forEach((reader, one) -> {
            if (one.isPresent(clock.instant())) {
                places.add(reader);
            }
        });
        return List.copyOf(places);
    }

    private void pause(String reader, AbstractMessageListenerContainer<?, ?> container, Exception thrown) {
        var now = clock.instant();
        var before = failing.get(reader);
        var next = before != null && before.isPresent(now) ? before.longer(now) : new Failing(now, SHORTEST);
        failing.put(reader, next);
        if (next.isFirst()) {
            LOG.error("{} cannot read: {}; tried again for ever", reader, kind(thrown));
        }
        try {
            ListenerUtils.stoppableSleep(container, next.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The partition that the failure speaks of; Kafka says it in words only. */
    private static Optional<TopicPartition> named(Consumer<?, ?> consumer, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var words = List.of(String.valueOf(cause.getMessage()).split("[^A-Za-z0-9._-]+"));
            for (var partition : consumer.assignment()) {
                if (words.stream()
                        .anyMatch(word -> word.equals(partition.toString()) || word.equals(partition + "."))) {
                    return Optional.of(partition);
                }
            }
        }
        return Optional.empty();
    }

    private static String kind(Throwable thrown) {
        return ContainerErrors.kindOf(thrown);
    }

    private record Resting(AbstractMessageListenerContainer<?, ?> container, TopicPartition partition) {

        boolean isOurs() {
            var assigned = container.getAssignedPartitions();
            return container.isRunning() && assigned != null && assigned.contains(partition);
        }
    }

    private record Failing(Instant last, Duration pause) {

        boolean isFirst() {
            return pause.equals(SHORTEST);
        }

        boolean isPresent(Instant now) {
            return last.plus(pause).plus(LONGEST).isAfter(now);
        }

        Failing longer(Instant now) {
            var twice = pause.multipliedBy(2);
            return new Failing(now, twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
        }
    }
}
