package org.natter.event.overview;

import static org.natter.event.overview.Said.attendance;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.natter.event.EventServiceApplication;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.ProjectionContract;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** The overview keeps what every projection promises: seats and the door meet in one row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OverviewProjectionBody extends ProjectionContract {

    private static final Map<String, String> BINDINGS = Map.of("natter.attendees", "overviewAttendees");

    private ServiceOnStore service;

    abstract Store where();

    @BeforeAll
    void start() {
        service = ServiceOnStore.start(
                EventServiceApplication.application(), where(), "--natter.access.public-keys={\"keys\":[]}");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    protected Consumer<Message<byte[]>> binding(String topic) {
        return service.binding(BINDINGS.get(topic));
    }

    @Override
    protected MongoOperations store() {
        return service.store();
    }

    @Override
    protected List<String> collections() {
        return List.of("event_overview");
    }

    @Override
    protected List<Sample> story() {
        var said = new Said("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
        return List.of(
                said.about(attendance(1), "attendance.booked.v1", 1),
                said.about(attendance(17), "attendance.waitlisted.v1", 2),
                said.about(attendance(2), "attendance.booked.v1", 3),
                said.about(attendance(2), "attendance.cancelled.v1", 4),
                said.about(attendance(17), "attendance.offered.v1", 5),
                said.about(attendance(1), "attendance.checked-in.v1", 1),
                said.about(attendance(1), "attendance.check-in-undone.v1", 2),
                said.about(attendance(17), "attendance.checked-in.v1", 1),
                said.walkIn(attendance(3), 6),
                said.about(attendance(3), "attendance.checked-in.v1", 1));
    }
}
