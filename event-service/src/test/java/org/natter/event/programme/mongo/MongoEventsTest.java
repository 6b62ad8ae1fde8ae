package org.natter.event.programme.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.natter.event.programme.EventFixture.AFTER_IT;
import static org.natter.event.programme.EventFixture.IN_SEPTEMBER;
import static org.natter.event.programme.EventFixture.aPubEvening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.event.Topic;
import org.natter.event.WholeService;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventFixture;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.Events;
import org.natter.event.programme.PlanningEvents;
import org.natter.event.programme.PublishingEvents;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.programme.VenueFacts;
import org.natter.event.programme.VenueFacts.Known;
import org.natter.event.programme.WhenAmbiguous;
import org.natter.event.region.Region;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Events in the store: what comes back is what went in, and of several at once each happens once. */
@WholeService
class MongoEventsTest {

    private static final RegionScope EVERYWHERE = RegionScope.everywhere();
    private static final int AT_ONCE = 8;

    private final Events events;
    private final PlanningEvents planning;
    private final PublishingEvents publishing;
    private final MongoOperations mongo;
    private final TestBroker broker;
    private Region region;
    private EventId id;

    @Autowired
    MongoEventsTest(
            Events events,
            PlanningEvents planning,
            PublishingEvents publishing,
            MongoOperations mongo,
            TestBroker broker) {
        this.events = events;
        this.planning = planning;
        this.publishing = publishing;
        this.mongo = mongo;
        this.broker = broker;
    }

    @BeforeEach
    void aRegionOfItsOwn() {
        region = new Region(new RegionId(random()), "Fenland and Cam", EventFixture.LONDON);
        id = new EventId(random());
    }

    @Test
    void whatGoesInComesOut() {
        var facts = new VenueFacts(Known.YES, Known.NO, Known.NOT_KNOWN, Known.YES, Known.NO);
        EventFixture evening = anEvening(id)
                .from("2026-10-25T01:30")
                .until("2026-10-25T04:00")
                .meaning(WhenAmbiguous.LATER)
                .knowing(facts);

        Event planned = planning.plan(evening.wish());

        assertThat(events.find(id, EVERYWHERE)).hasValue(planned);
        assertThat(planned.details()).isEqualTo(evening.details());
    }

    @Test
    void localTimesAreKeptAsWordsSoThatNoMachineShiftsThem() {
        planning.plan(anEvening(id).wish());

        var state = mongo.findById(id.value(), Document.class, "event").get("state", Document.class);

        assertThat(state.getString("startsAt")).isEqualTo("2026-10-15T18:30");
        assertThat(state.getString("zone")).isEqualTo("Europe/London");
        assertThat(state.getDate("startsAtInstant").toInstant()).isEqualTo(Instant.parse("2026-10-15T17:30:00Z"));
        assertThat(state.keySet()).doesNotContain("_class");
    }

    @Test
    void aRegionListsItsOwnAndThePublicSeesNoDrafts() {
        EventId shown = new EventId(random());
        planning.plan(anEvening(id).wish());
        planning.plan(anEvening(shown).wish());
        publishing.publish(shown, EVERYWHERE, IN_SEPTEMBER);

        assertThat(events.inRegion(region.id())).extracting(Event::id).containsExactlyInAnyOrder(id, shown);
        assertThat(events.shownToThePublic())
                .extracting(Event::id)
                .contains(shown)
                .doesNotContain(id);
        assertThat(events.findAll(List.of(id, new EventId(random()))))
                .extracting(Event::id)
                .containsExactly(id);
    }

    @Test
    void outsideItsScopeAnEventDoesNotExist() {
        planning.plan(anEvening(id).wish());
        var elsewhere = RegionScope.of(new RegionId(random()));

        assertThat(events.find(id, elsewhere)).isEmpty();
        assertThatThrownBy(() -> publishing.publish(id, elsewhere, IN_SEPTEMBER))
                .isInstanceOf(UnknownEvent.class);
        assertThat(events.find(id, EVERYWHERE).orElseThrow().status()).isEqualTo(EventStatus.DRAFT);
    }

    @Test
    void plannedByManyAtOnceItIsOneEvent() throws Exception {
        atOnce(() -> planning.plan(anEvening(id).wish()));

        assertThat(events.inRegion(region.id())).hasSize(1);
    }

    @Test
    void publishedAndConcludedByManyAtOnceItIsToldOnce() throws Exception {
        planning.plan(anEvening(id).wish());

        atOnce(() -> publishing.publish(id, EVERYWHERE, IN_SEPTEMBER));
        atOnce(() -> {
            publishing.concludeAllDue(AFTER_IT);
            return id;
        });
        Event changedLast = publishing.cancel(id, EVERYWHERE, "The pub was shut.", AFTER_IT);

        assertThat(changedLast.version()).isEqualTo(4);
        try (var topic = Topic.of(broker, "natter.events")) {
            await("the last message is on the topic")
                    .untilAsserted(() -> assertThat(topic.about(id.value()))
                            .extracting(record -> Topic.header(record, "ce_type"))
                            .containsExactly("event.published.v1", "event.concluded.v1", "event.cancelled.v1"));
        }
    }

    @Test
    void whatIsDueComesEarliestFirst() {
        EventId later = new EventId(random());
        planning.plan(anEvening(later)
                .from("2026-10-15T20:00")
                .until("2026-10-15T23:00")
                .wish());
        planning.plan(anEvening(id).wish());
        publishing.publish(later, EVERYWHERE, IN_SEPTEMBER);
        publishing.publish(id, EVERYWHERE, IN_SEPTEMBER);

        assertThat(events.dueToConclude(AFTER_IT)).contains(id).doesNotContain(later);
        assertThat(events.dueToConclude(Instant.parse("2026-10-16T00:00:00Z"))).containsSubsequence(id, later);
    }

    private EventFixture anEvening(EventId id) {
        return aPubEvening().withId(id).in(region);
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

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
