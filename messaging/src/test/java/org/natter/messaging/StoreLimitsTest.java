package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.kit.FaultProxy;
import org.natter.messaging.kit.TestStore;

/** A store that takes what it is told and never answers. */
class StoreLimitsTest {

    @Test
    @SuppressWarnings("unchecked")
    void aCommandUnderWayWhenTheStoreGoesDarkEndsAsTroubleThatPasses() {
        try (var store = new TestStore();
                var line = new FaultProxy(
                        "127.0.0.1", URI.create(store.connectionString()).getPort());
                var service = TeaService.start(
                        "mongodb://127.0.0.1:" + line.port() + "/?retryWrites=false",
                        "127.0.0.1:1",
                        "natter.messaging.store-limit=1s")) {
            AggregateCollection<Pot, PotDomainEvent> pots = service.getBean(AggregateCollection.class);
            pots.create("d1", new Pot(9, List.of()), TeaService.pour("anna"));
            var before = line.bytes();
            line.dark();

            var began = System.nanoTime();
            var trouble = catchThrowable(() -> pots.change("d1", pot -> TeaService.pour("bea")));
            var took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(before).as("the line is used").isPositive();
            assertThat(trouble).matches(Transient::is, "passes by itself");
            assertThat(took).isLessThan(Duration.ofSeconds(8));

            line.mend();

            // The driver may still be finding out that its connections are broken.
            await("the store to be well again")
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptionsMatching(Transient::is)
                    .until(() ->
                            pots.change("d1", pot -> TeaService.pour("carl")).isPresent());
        }
    }
}
