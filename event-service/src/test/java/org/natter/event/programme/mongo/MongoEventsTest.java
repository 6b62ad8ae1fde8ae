package org.natter.event.programme.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.event.programme.EventFixture.AFTER_IT;
import static org.natter.event.programme.EventFixture.IN_SEPTEMBER;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.natter.event.Topic;
import org.natter.event.WholeService;
import org.natter.event.programme.Events;
import org.natter.event.programme.EventsContract;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Events in the store: what comes back is what went in, and of several at once each happens once. */
@WholeService
class MongoEventsTest extends EventsContract {

    private static final int AT_ONCE = 8;

    private final Events events;
    private final MongoOperations mongo;
    private final TestBroker broker;

    @Autowired
    MongoEventsTest(Events events, MongoOperations mongo, TestBroker broker) {
        this.events = events;
        this.mongo = mongo;
        this.broker = broker;
    }

    @Override
    protected Events events() {
        return events;
    }

    @Test
    void localTimesAreKeptAsWordsSoThatNoMachineShiftsThem() {
        planning().plan(anEvening(id).wish());

        var state = mongo.findById(id.value(), Document.class, "event").get("state", Document.class);

        var times = state.get("details", Document.class).get("times", Document.class);
        assertThat(times.getString("startsAt")).isEqualTo("2026-10-15T18:30");
        assertThat(times.getString("zone")).isEqualTo("Europe/London");
        assertThat(times.getDate("startsAtInstant").toInstant()).isEqualTo(Instant.parse("2026-10-15T17:30:00Z"));
        assertThat(state.keySet()).doesNotContain("_class");
    }

    @Test
    void plannedByManyAtOnceItIsOneEvent() throws Exception {
        atOnce(() -> planning().plan(anEvening(id).wish()));

        assertThat(events.inRegion(region.id())).hasSize(1);
    }

    @Test
    void publishedAndConcludedByManyAtOnceItIsToldOnce() throws Exception {
        planning().plan(anEvening(id).wish());

        atOnce(() -> publishing().publish(id, EVERYWHERE, OptionalLong.empty(), IN_SEPTEMBER));
        atOnce(() -> {
            publishing().conclude(id, AFTER_IT);
            return id;
        });
        var changedLast = publishing().cancel(id, EVERYWHERE, "The pub was shut.", OptionalLong.empty(), AFTER_IT);

        assertThat(changedLast.version()).isEqualTo(4);
        try (var topic = Topic.of(broker, "natter.events")) {
            await("the last message is on the topic")
                    .untilAsserted(() -> assertThat(topic.about(id.value()))
                            .extracting(record -> Topic.header(record, "ce_type"))
                            .containsExactly("event.published.v1", "event.concluded.v1", "event.cancelled.v1"));
        }
    }

    private static <T> void atOnce(Callable<T> act) throws Exception {
        var barrier = new CyclicBarrier(AT_ONCE);
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var started = IntStream.range(0, AT_ONCE)
                    .mapToObj(thread -> threads.submit(() -> {
                        barrier.await();
                        return act.call();
                    }))
                    .toList();
            for (var one : started) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
