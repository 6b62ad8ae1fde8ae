package org.natter.event.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.event.overview.Said.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.event.Topic;
import org.natter.event.WholeService;
import org.natter.event.programme.EventId;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;

/** From the topic through binding and table to the figures that an organiser reads. */
@WholeService
class OverviewBindingTest {

    private static final Instant SAID = Instant.parse("2026-01-05T12:00:00Z");

    private final EventOverviews overviews;
    private final TestBroker broker;
    private EventId event;
    private Said said;

    @Autowired
    OverviewBindingTest(EventOverviews overviews, TestBroker broker) {
        this.overviews = overviews;
        this.broker = broker;
    }

    @BeforeEach
    void anEventOfItsOwn() {
        event = new EventId(UUID.randomUUID().toString().replace("-", ""));
        said = new Said(event.value());
    }

    @Test
    void anEveningIsCounted() {
        Topic.say(broker, anEvening());

        awaitFigures(2, 1, 1, 2, 1);
    }

    /** Wren booked and came, Tobias booked, Maurice walked in, Samir waits, Zainab has an offer, Vivien cancelled. */
    private List<Sample> anEvening() {
        return List.of(
                said.about(attendance(1), "attendance.booked.v1", 1),
                said.about(attendance(2), "attendance.booked.v1", 2),
                said.about(attendance(6), "attendance.booked.v1", 3),
                said.about(attendance(4), "attendance.waitlisted.v1", 4),
                said.about(attendance(5), "attendance.waitlisted.v1", 5),
                said.about(attendance(6), "attendance.cancelled.v1", 6),
                said.about(attendance(5), "attendance.offered.v1", 7),
                said.walkIn(attendance(3), 8),
                said.about(attendance(1), "attendance.checked-in.v1", 1),
                said.about(attendance(3), "attendance.checked-in.v1", 1),
                said.about(attendance(2), "attendance.checked-in.v1", 1),
                said.about(attendance(2), "attendance.check-in-undone.v1", 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderAndAnyRepetitionEndsTheSame(long seed) {
        var shuffled = new ArrayList<Sample>(anEvening());
        shuffled.addAll(anEvening());
        Collections.shuffle(shuffled, new Random(seed));

        Topic.say(broker, shuffled);

        awaitFigures(2, 1, 1, 2, 1);
    }

    @Test
    void acceptingAnOfferIsBookingAndRejoiningIsWaiting() {
        Topic.say(
                broker,
                List.of(
                        said.about(attendance(1), "attendance.offered.v1", 1),
                        said.about(attendance(1), "attendance.booked.v1", 2),
                        said.about(attendance(2), "attendance.booked.v1", 3),
                        said.about(attendance(2), "attendance.cancelled.v1", 4),
                        said.about(attendance(2), "attendance.waitlisted.v1", 5)));

        awaitFigures(1, 1, 0, 0, 0);
    }

    @Test
    void everyGoldenSampleIsUnderstood() {
        var types = Set.of(
                "attendance.booked.v1",
                "attendance.waitlisted.v1",
                "attendance.offered.v1",
                "attendance.cancelled.v1",
                "attendance.checked-in.v1",
                "attendance.check-in-undone.v1");
        var everything = new ArrayList<>(types.stream()
                .map(type -> said.about(attendance(type.length()), type, 1))
                .toList());
        everything.add(said.about(attendance(99), "attendance.checked-in.v1", 1));
        everything.add(ContractSamples.read("natter.attendees", "attendance.hosts-named.v1", "tobias"));
        everything.add(ContractSamples.read("natter.attendees", "history.counts-frozen.v1", "riverside"));
        everything.add(ContractSamples.read("natter.attendees", "history.season-counted.v1", "fenland"));
        everything.add(ContractSamples.read("natter.attendees", "attendance.checked-in.v1", "wren"));

        Topic.say(broker, everything);

        await("the last of this event is counted")
                .untilAsserted(() -> assertThat(figures().here()).isGreaterThanOrEqualTo(2));
        var riverside = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
        await("the golden event is counted")
                .untilAsserted(
                        () -> assertThat(overviews.of(List.of(riverside)).get(0).here())
                                .isEqualTo(1));
    }

    @Test
    void figuresComeInTheOrderAskedFor() {
        var unheardOf = new EventId(attendance(7));

        assertThat(overviews.of(List.of(unheardOf, event)))
                .containsExactly(EventOverview.nothingYet(unheardOf), EventOverview.nothingYet(event));
    }

    private EventOverview figures() {
        return overviews.of(List.of(event)).get(0);
    }

    private void awaitFigures(int booked, int waiting, int offered, int here, int walkIns) {
        var expected = new EventOverview(event, booked, waiting, offered, here, walkIns, SAID);
        await("the figures settle").untilAsserted(() -> assertThat(figures()).isEqualTo(expected));
    }
}
