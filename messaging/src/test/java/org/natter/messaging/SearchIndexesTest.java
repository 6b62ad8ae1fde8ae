package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.TestStore;

class SearchIndexesTest {

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @Test
    void aStoreThatIsAwayIsAskedAgainAndNobodyWaits() {
        var asked = new AtomicInteger();
        var indexes = new SearchIndexes(20);
        try (var client = MongoClients.create(STORE.connectionString())) {
            var rows = client.getDatabase("tea").getCollection("pot");
            indexes.declare(
                    () -> {
                        if (asked.incrementAndGet() < 3) {
                            throw new MongoTimeoutException("away");
                        }
                        return rows;
                    },
                    "outSince");
            indexes.declare(() -> rows, "state.cups");

            indexes.start();

            await("all are declared").atMost(Duration.ofSeconds(10)).until(() -> indexes.open() == 0);
            assertThat(asked).hasValue(3);
        } finally {
            indexes.stop();
        }
    }

    @Test
    void stoppingEndsTheWaiting() {
        var indexes = new SearchIndexes(60_000);
        indexes.declare(
                () -> {
                    throw new MongoTimeoutException("away");
                },
                "outSince");
        indexes.start();

        indexes.stop();

        assertThat(indexes.isRunning()).isFalse();
        assertThat(indexes.open()).isEqualTo(1);
    }
}
