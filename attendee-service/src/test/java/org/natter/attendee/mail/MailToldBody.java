package org.natter.attendee.mail;

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

/** What the post office remembers of events and answers keeps what every projection promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailToldBody extends ProjectionContract {

    private static final String KEY = "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";
    private static final String WREN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final Map<String, String> BINDINGS =
            Map.of("natter.events", "mailEvents", "natter.feedback", "mailFeedback");

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
        return List.of("mail_told");
    }

    @Override
    protected List<Sample> story() {
        return List.of(
                event("event.published.v1", "riverside", 1),
                event("event.changed.v1", "later-start", 2),
                event("event.cancelled.v1", "boiler", 3),
                answered("first-step-only", 1),
                answered("wren", 2));
    }

    private static Sample event(String type, String name, long version) {
        return ContractSamples.read("natter.events", type, name).withVersion(version);
    }

    private static Sample answered(String name, long version) {
        return ContractSamples.read("natter.feedback", "feedback.answered.v1", name)
                .with("writer", WREN)
                .withAggregate(WREN, WREN)
                .withVersion(version);
    }
}
