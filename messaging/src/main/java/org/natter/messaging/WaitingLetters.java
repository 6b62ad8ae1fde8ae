package org.natter.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Counts each minute what was set aside and nobody has decided about: {@code natter.dead.letters.undecided}.
 *
 * <p>Guarantee: right soon after a start, whenever the letters were written; not a number until the first look, and while
 * Kafka or the store is away. At most as many as a list shows.
 */
final class WaitingLetters implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingLetters.class);
    private static final long PAUSE_SECONDS = 60;

    private final DeadLetters letters;
    private final Topics topics;
    private volatile double undecided = Double.NaN;
    private volatile @Nullable ScheduledExecutorService looking;

    WaitingLetters(DeadLetters letters, Topics topics, MeterRegistry meters) {
        this.letters = letters;
        this.topics = topics;
        Gauge.builder("natter.dead.letters.undecided", this, one -> one.undecided)
                .register(meters);
    }

    @Override
    public void start() {
        if (topics.areOfKafka()) {
            var thread = Executors.newSingleThreadScheduledExecutor(work -> {
                var one = new Thread(work, "dead-letters");
                one.setDaemon(true);
                return one;
            });
            looking = thread;
            thread.scheduleWithFixedDelay(this::look, 5, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop() {
        var running = looking;
        looking = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        try {
            undecided = topics.areThere() ? letters.undecided().size() : Double.NaN;
        } catch (RuntimeException e) {
            undecided = Double.NaN;
            LOG.debug("What was set aside cannot be counted: {}", e.getClass().getSimpleName());
        }
    }
}
