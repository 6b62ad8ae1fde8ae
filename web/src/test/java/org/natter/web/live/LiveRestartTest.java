package org.natter.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.RestartTestOf;
import org.natter.messaging.kit.TestBroker;
import org.natter.messaging.kit.TestStore;
import org.natter.web.OrganisersSeason;
import org.natter.web.WebApplication;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;
import org.natter.web.stub.StubServices;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stopped between two messages: news of an event that nobody is looking at may pass, but an open page ends at the present
 * numbers, and the group goes on where it stopped. And each instance hears everything.
 */
@RestartTestOf("web.live")
class LiveRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TOPIC = "natter.attendees";
    private static final String GROUPS = "web.live.";
    private static final Sample GOLDEN = ContractSamples.read(TOPIC, "attendance.booked.v1", "wren");
    private static final EventId EVENT = new EventId(GOLDEN.key());

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    static final StubServices SERVICES = OrganisersSeason.services();

    @AfterAll
    static void stopTheServices() {
        SERVICES.close();
        SERVICES.expectNoFaults();
    }

    @Test
    void anOpenPageEndsAtThePresentNumbersOverARestart() throws Exception {
        try (var first = start("one")) {
            var page = open(first);
            booked(31);
            BROKER.send(GOLDEN.withVersion(1));
            awaitShown(page, "31 of 36");
        }
        booked(32);
        BROKER.send(GOLDEN.withVersion(1));
        BROKER.send(GOLDEN.withVersion(2));

        try (var second = start("one")) {
            var page = open(second);
            assertThat(page.shown()).as("on coming back").last().asString().contains("32 of 36");
            awaitNothingUnread("one");
            booked(33);
            BROKER.send(GOLDEN.withVersion(3));
            awaitShown(page, "33 of 36");
        }
        assertThat(BROKER.read(TOPIC + "." + GROUPS + "one.dlt")).isEmpty();
    }

    @Test
    void everyInstanceHearsEverything() throws Exception {
        booked(21);
        try (var left = start("left");
                var right = start("right")) {
            var pages = List.of(open(left), open(right));
            for (var version = 1; version <= 3; version++) {
                booked(21 + version);
                BROKER.send(GOLDEN.withVersion(100 + version));
            }

            pages.forEach(page -> awaitShown(page, "24 of 36"));
            assertThat(pages)
                    .allSatisfy(
                            page -> assertThat(page.shown()).last().asString().contains("24 of 36"));
        }
    }

    private static ConfigurableApplicationContext start(String instance) {
        return WebApplication.application()
                .run(
                        "--natter.instance=" + instance,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + STORE.connectionString(),
                        "--spring.cloud.stream.kafka.binder.brokers=" + BROKER.bootstrapServers(),
                        "--natter.services.event=" + SERVICES.address("event"),
                        "--natter.services.attendee=" + SERVICES.address("attendee"),
                        "--natter.services.feedback=" + SERVICES.address("feedback"),
                        "--natter.access.private-key=" + SERVICES.privateKey());
    }

    /** A page as the line opens it. */
    private static Page open(ConfigurableApplicationContext web) {
        var page = new Page();
        var counts = web.getBean(CountsFragment.class);
        assertThat(web.getBean(Watching.class).open(EVENT, page, () -> counts.of(EVENT, page.caller())))
                .isTrue();
        return page;
    }

    private static void awaitShown(Page page, String words) {
        await(words)
                .atMost(PATIENCE)
                .until(() -> page.shown().stream()
                        .map(markup -> markup.replaceAll("<[^>]*>", "").replaceAll("\\s+", " "))
                        .anyMatch(text -> text.contains(words)));
    }

    private static void awaitNothingUnread(String instance) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", BROKER.bootstrapServers()))) {
            await("the group has read everything").atMost(PATIENCE).untilAsserted(() -> {
                var read = admin.listConsumerGroupOffsets(GROUPS + instance)
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = admin.listOffsets(read.keySet().stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all()
                        .get();
                assertThat(read).isNotEmpty();
                for (var partition : read.entrySet()) {
                    assertThat(partition.getValue().offset())
                            .isEqualTo(ends.get(partition.getKey()).offset());
                }
            });
        }
    }

    private static void booked(int booked) {
        SERVICES.answer(
                "GET /event/overview/" + EVENT.value(),
                OrganisersSeason.overview(OrganisersSeason.WINTER)
                        .with("event", EVENT.value())
                        .with("booked", booked));
    }

    private static final class Page implements Watching.Watcher {

        private final List<String> shown = new CopyOnWriteArrayList<>();

        List<String> shown() {
            return shown;
        }

        @Override
        public Caller caller() {
            return Caller.owner("a".repeat(32));
        }

        @Override
        public void show(Fragments fragments) {
            shown.add(fragments.counts());
        }

        @Override
        public void stillHere() {}

        @Override
        public void close() {}
    }
}
