package org.natter.feedback;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.ProjectionContract;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** Evidence keeps what every projection promises: seats, the door, answers and outcomes meet in the rows of an event. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EvidenceProjectionBody extends ProjectionContract {

    private static final Map<String, String> BINDINGS = Map.of(
            "natter.events", "reportEvents",
            "natter.attendees", "reportAttendees",
            "natter.feedback", "reportFeedback");

    private ServiceOnStore service;

    abstract Store where();

    @BeforeAll
    void start() {
        service = ServiceOnStore.start(
                FeedbackServiceApplication.application(),
                where(),
                "--natter.access.public-keys={\"keys\":[]}",
                "--natter.links.feedback-keys=k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=",
                "--natter.due-events.poll=1d");
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
        return List.of("evidence", "evidence_of_region");
    }

    @Override
    protected List<Sample> story() {
        return List.of(
                event("event.published.v1", "riverside", 1),
                event("event.changed.v1", "later-start", 2),
                guest("attendance.booked.v1", "wren", 1),
                guest("attendance.waitlisted.v1", "samir", 2),
                guest("attendance.offered.v1", "samir", 3),
                guest("attendance.cancelled.v1", "vivien", 4),
                guest("attendance.checked-in.v1", "wren", 1),
                guest("attendance.check-in-undone.v1", "wren", 2),
                guest("attendance.checked-in.v1", "maurice", 1),
                guest("attendance.hosts-named.v1", "tobias", 1),
                guest("attendance.hosts-named.v1", "nobody", 2),
                guest("history.counts-frozen.v1", "riverside", 1),
                guest("history.season-counted.v1", "fenland", 1),
                guest("history.season-counted.v1", "too-few", 1),
                feedback("feedback.answered.v1", "first-step-only", 1),
                feedback("feedback.answered.v1", "introduced", 2),
                feedback("feedback.answered.v1", "wren", 3),
                feedback("feedback.outcome-reported.v1", "work-experience", 1),
                feedback("feedback.outcome-reported.v1", "advice-given", 1),
                event("event.concluded.v1", "riverside", 3),
                event("event.cancelled.v1", "boiler", 4));
    }

    private static Sample event(String type, String name, long version) {
        return ContractSamples.read("natter.events", type, name).withVersion(version);
    }

    private static Sample feedback(String type, String name, long version) {
        return ContractSamples.read("natter.feedback", type, name).withVersion(version);
    }

    private static Sample guest(String type, String name, long version) {
        return ContractSamples.read("natter.attendees", type, name).withVersion(version);
    }
}
