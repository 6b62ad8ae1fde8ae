package org.natter.attendee.history;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.ProjectionContract;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** History keeps what every projection promises: answers and outcomes in one row, an event and its guests in another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryProjectionBody extends ProjectionContract {

    private static final String KEY = "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";
    private static final String WREN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final String OUTCOME = ContractSamples.read(
                    "natter.feedback", "feedback.outcome-reported.v1", "work-experience")
            .key();
    private static final Map<String, String> BINDINGS = Map.of(
            "natter.events",
            "historyEvents",
            "natter.attendees",
            "historyAttendees",
            "natter.feedback",
            "historyFeedback");

    private ServiceOnStore service;

    abstract Store where();

    @BeforeAll
    void start() {
        service = ServiceOnStore.start(
                AttendeeServiceApplication.application(),
                where(),
                "--natter.access.public-keys={\"keys\":[]}",
                "--natter.links.feedback-keys=" + KEY,
                "--natter.links.own-keys=" + KEY,
                "--natter.mail.senders=0");
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
        return List.of("history_entry", "history_room");
    }

    @Override
    protected List<Sample> story() {
        return List.of(
                event("event.published.v1", "riverside", 1),
                event("event.changed.v1", "later-start", 2),
                guest("attendance.booked.v1", "wren", 1),
                guest("attendance.waitlisted.v1", "samir", 2),
                guest("attendance.offered.v1", "samir", 3),
                guest("attendance.checked-in.v1", "wren", 1),
                guest("attendance.check-in-undone.v1", "wren", 2),
                event("event.concluded.v1", "riverside", 3),
                invited(),
                said("feedback.answered.v1", "first-step-only", 1),
                said("feedback.answered.v1", "wren", 2),
                said("feedback.outcome-reported.v1", "work-experience", 1),
                event("event.cancelled.v1", "boiler", 4));
    }

    private static Sample event(String type, String name, long version) {
        return ContractSamples.read("natter.events", type, name).withVersion(version);
    }

    private static Sample guest(String type, String name, long version) {
        return ContractSamples.read("natter.attendees", type, name).withVersion(version);
    }

    private static Sample invited() {
        return ContractSamples.read("natter.feedback", "feedback.invitation-due.v1", "wren")
                .with("attendance", WREN)
                .withAggregate(WREN, WREN)
                .withVersion(1);
    }

    private static Sample said(String type, String name, long version) {
        return ContractSamples.read("natter.feedback", type, name)
                .with("writer", WREN)
                .withAggregate(
                        type.equals("feedback.answered.v1") ? WREN : OUTCOME,
                        type.equals("feedback.answered.v1") ? WREN : OUTCOME)
                .withVersion(version);
    }
}
