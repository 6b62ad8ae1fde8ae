package org.natter.event.programme.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.event.programme.EventFixture.FENLAND;
import static org.natter.event.programme.EventFixture.IN_SEPTEMBER;
import static org.natter.event.programme.EventFixture.RIVERSIDE;
import static org.natter.event.programme.EventFixture.aPubEvening;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.event.Topic;
import org.natter.event.WholeService;
import org.natter.event.programme.EventFixture;
import org.natter.event.programme.EventId;
import org.natter.event.programme.Events;
import org.natter.event.programme.FollowingRegions;
import org.natter.event.programme.PlanningEvents;
import org.natter.event.programme.PublishingEvents;
import org.natter.event.region.Region;
import org.natter.event.region.RegionScope;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;

/** The records that arrive on Kafka are the golden samples, key, headers and body, but for the id of each test's event. */
@WholeService
class ProducedSamplesTest {

    private static final RegionScope EVERYWHERE = RegionScope.everywhere();

    private final PlanningEvents planning;
    private final PublishingEvents publishing;
    private final Events events;
    private final TestBroker broker;
    private EventId event;

    @Autowired
    ProducedSamplesTest(PlanningEvents planning, PublishingEvents publishing, Events events, TestBroker broker) {
        this.planning = planning;
        this.publishing = publishing;
        this.events = events;
        this.broker = broker;
    }

    @BeforeEach
    void anEventOfItsOwn() {
        event = new EventId(UUID.randomUUID().toString().replace("-", ""));
    }

    @Test
    void publishing() {
        published(aPubEvening());

        assertTold("event.published.v1", "riverside", 2);
    }

    @Test
    void changing() {
        published(aPubEvening());

        planning.revise(
                event,
                EVERYWHERE,
                aPubEvening().from("2026-10-15T19:00").details(),
                OptionalLong.empty(),
                false,
                IN_SEPTEMBER);

        assertTold("event.changed.v1", "later-start", 3);
    }

    @Test
    void changingWithoutTellingAnybody() {
        published(aPubEvening());

        planning.revise(
                event,
                EVERYWHERE,
                aPubEvening().from("2026-10-15T19:00").details(),
                OptionalLong.empty(),
                true,
                IN_SEPTEMBER);

        assertTold("event.changed.v1", "quietly", 3);
    }

    @Test
    void moving() {
        published(aPubEvening());

        planning.revise(
                event,
                EVERYWHERE,
                aPubEvening()
                        .called("Riverside supper")
                        .at("The Heron")
                        .places(30)
                        .details(),
                OptionalLong.empty(),
                false,
                IN_SEPTEMBER);

        assertTold("event.changed.v1", "moved", 3);
    }

    @Test
    void followingItsRegion() {
        published(aPubEvening());

        new FollowingRegions(events).follow(new Region(FENLAND.id(), "Fen and Marsh", FENLAND.zone()));

        assertTold("event.changed.v1", "region-renamed", 3);
    }

    @Test
    void callingOff() {
        published(aPubEvening().at("The Heron"));
        planning.revise(event, EVERYWHERE, aPubEvening().details(), OptionalLong.empty(), false, IN_SEPTEMBER);

        publishing.cancel(
                event,
                EVERYWHERE,
                "The pub's cellar has flooded.",
                OptionalLong.empty(),
                Instant.parse("2026-10-14T09:12:00Z"));

        assertTold("event.cancelled.v1", "boiler", 4);
    }

    @Test
    void concluding() {
        published(aPubEvening());

        publishing.conclude(event, Instant.parse("2026-10-16T07:00:00Z"));

        assertTold("event.concluded.v1", "riverside", 3);
    }

    private void published(EventFixture evening) {
        planning.plan(evening.withId(event).wish());
        publishing.publish(event, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER);
    }

    private void assertTold(String type, String name, int version) {
        var sample = ContractSamples.read("natter.events", type, name);
        try (var topic = Topic.of(broker, "natter.events")) {
            await(type + " is on the topic")
                    .untilAsserted(() -> assertThat(topic.about(event.value()))
                            .extracting(record -> Topic.header(record, "ce_type"))
                            .contains(type));
            var record = topic.about(event.value()).stream()
                    .filter(found -> Topic.header(found, "ce_type").equals(type))
                    .findFirst()
                    .orElseThrow();
            var body = new String(record.value(), StandardCharsets.UTF_8).replace(event.value(), RIVERSIDE.value());
            ContractSamples.assertBody(body.getBytes(StandardCharsets.UTF_8), sample);
            assertThat(record.key()).isEqualTo(event.value());
            sample.headers().forEach((header, value) -> {
                if (!List.of("ce_id", "ce_time", "ce_subject").contains(header)) {
                    assertThat(Topic.header(record, header)).as(header).isEqualTo(value);
                }
            });
            assertThat(Topic.header(record, "ce_id")).isEqualTo("event/" + event.value() + "/" + version);
            assertThat(Topic.header(record, "ce_subject")).isEqualTo(event.value());
        }
    }
}
