package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stopped between two messages and started again, a consumer loses nothing and does nothing twice.
 *
 * <p>Guarantee: a real broker and a real restart of the whole service; one subclass a consumer group.
 */
public abstract class RestartContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The broker that the service listens to. */
    protected abstract TestBroker broker();

    /** Starts the service on the same broker and the same store as before. */
    protected abstract ConfigurableApplicationContext start();

    /** Messages that stand before {@link #first()} and {@link #second()}, if these need any. */
    protected List<Sample> before() {
        return List.of();
    }

    /** The message before the stop. */
    protected abstract Sample first();

    /** The message while the service is down. */
    protected abstract Sample second();

    /** Whether this message has had its effect. */
    protected abstract boolean hasTaken(ConfigurableApplicationContext service, Sample message);

    /** Everything that could have happened twice, as plain values: rows without their versions, mails, commands. */
    protected abstract Object effects(ConfigurableApplicationContext service);

    @Test
    void stoppedBetweenTwoMessagesItLosesNothingAndDoesNothingTwice() {
        Object afterFirst;
        try (var service = start()) {
            before().forEach(broker()::send);
            broker().send(first());
            awaitTaken(service, first());
            afterFirst = effects(service);
        }

        broker().send(first());
        broker().send(second());

        Object afterSecond;
        try (var service = start()) {
            awaitTaken(service, second());
            afterSecond = effects(service);
        }
        broker().send(second());
        broker().send(first());
        try (var service = start()) {
            assertThat(afterSecond).isNotEqualTo(afterFirst);
            await("effects stay")
                    .during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(effects(service)).isEqualTo(afterSecond));
        }
    }

    private void awaitTaken(ConfigurableApplicationContext service, Sample message) {
        await(message.id() + " has its effect").atMost(PATIENCE).until(() -> hasTaken(service, message));
    }
}
