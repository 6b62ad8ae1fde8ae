package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.kit.TestStore;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The way round through a real Kafka, where there is Docker. */
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerTest {

    @Container
    static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.2");

    @Test
    @SuppressWarnings("unchecked")
    void aCommandReachesTheReadModelThroughARealBroker() {
        try (var store = new TestStore();
                var service = TeaService.start(store.connectionString(), KAFKA.getBootstrapServers())) {
            AggregateCollection<Pot, PotDomainEvent> pots = service.getBean(AggregateCollection.class);

            pots.create("1a", new Pot(3, List.of()), TeaService.pour("wren"));

            await("heard")
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(service.getBean(TeaService.class).handled)
                            .containsExactly("pot/1a/1"));
        }
    }
}
