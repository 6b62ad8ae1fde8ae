package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.messaging.kit.Broker.headers;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.natter.messaging.TeaService.Pot;
import org.natter.messaging.TeaService.PotDomainEvent;
import org.natter.messaging.kit.Broker;
import org.natter.messaging.kit.TestStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** From a command to the read model, through a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoundTripBody {

    private final TestStore readModels = new TestStore();
    private ConfigurableApplicationContext service;

    abstract Broker broker();

    @BeforeAll
    void start() {
        service = TeaService.start(readModels.connectionString(), broker().bootstrapServers());
    }

    @AfterAll
    void stop() {
        service.close();
        readModels.close();
    }

    @Test
    void aCommandReachesTheReadModelAndTheOutboxIsEmptyAfterwards() {
        pots().create("1a", new Pot(3, List.of()), List.of());
        pots().change("1a", pot -> TeaService.pour("wren"));

        await("read model").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var guest = rows("guest").find(Filters.eq("_id", "wren")).first();
            assertThat(guest).isNotNull();
            assertThat(guest.get("tea", Document.class))
                    .containsEntry("guest", "wren")
                    .containsEntry("cupsLeft", 2)
                    .doesNotContainKey("_class");
        });
        await("outbox").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var pot = rows("pot").find(Filters.eq("_id", "1a")).first();
            assertThat(pot).doesNotContainKey("outSince").containsEntry("out", List.of());
            assertThat(pot.get("state", Document.class)).doesNotContainKey("_class");
        });
        assertThat(rows("event_log").find(Filters.eq("_id", "pot/1a/2")).first())
                .isNotNull();
        assertThat(rows("relay_lease").countDocuments()).isZero();
    }

    @Test
    void theWireCarriesExactlyOurHeadersAndTheAggregatesKey() {
        pots().create("2b", new Pot(1, List.of()), TeaService.pour("samir"));

        await("record").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var records = broker().read(TeaService.TOPIC);
            var record = records.stream()
                    .filter(one -> headers(one).get("ce_id").equals("pot/2b/1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(headers(record))
                    .isEqualTo(new TreeMap<>(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", "pot/2b/1",
                            "ce_type", "tea.poured.v1",
                            "ce_source", "/tea-service",
                            "ce_subject", "samir",
                            "ce_time", headers(record).get("ce_time"),
                            "ce_dataschema", "urn:natter:natter.tea:tea.poured.v1",
                            "content-type", "application/json")));
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("2b");
            assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .contains("\"at\":\"2026-10-15T16:00:00Z\"", "\"guest\":\"samir\"");
        });
    }

    @Test
    void republishSendsTheSameIdsAndBytesAgain() {
        pots().create("3c", new Pot(5, List.of()), List.of());
        for (String guest : List.of("vivien", "tobias", "vivien")) {
            pots().change("3c", pot -> TeaService.pour(guest));
        }
        await("sent").atMost(Duration.ofSeconds(20)).until(() -> idsOf("3c").size() >= 3);

        var asked = service.getBean(Republishing.class).ask("pot/3c", null);

        assertThat(asked).isPresent();
        await("it is through")
                .atMost(Duration.ofSeconds(20))
                .until(() -> service.getBean(Republishing.class)
                        .progress()
                        .filter(progress -> progress.finishedAt() != null && progress.sent() == 2)
                        .isPresent());
        await("sent again")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(idsOf("3c"))
                        .containsExactly("pot/3c/2", "pot/3c/3", "pot/3c/4", "pot/3c/3", "pot/3c/4"));
    }

    private List<String> idsOf(String pot) {
        return broker().read(TeaService.TOPIC).stream()
                .map(record -> headers(record).get("ce_id"))
                .filter(id -> id.startsWith("pot/" + pot + "/"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private AggregateCollection<Pot, PotDomainEvent> pots() {
        return service.getBean(AggregateCollection.class);
    }

    private MongoCollection<Document> rows(String collection) {
        return service.getBean(MongoOperations.class).getCollection(collection);
    }
}
