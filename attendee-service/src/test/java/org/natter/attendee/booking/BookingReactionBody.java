package org.natter.attendee.booking;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.ReactionContract;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** A seat ledger obeys the programme once: what it obeyed last is in the same write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BookingReactionBody extends ReactionContract {

    private static final String KEY = "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";

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
    protected Consumer<Message<byte[]>> binding() {
        return service.binding("bookingEvents");
    }

    @Override
    protected MongoOperations store() {
        return service.store();
    }

    @Override
    protected List<String> collections() {
        return List.of("seats");
    }

    @Override
    protected Sample cause() {
        return ContractSamples.read("natter.events", "event.published.v1", "riverside")
                .withVersion(1);
    }

    @Override
    protected Sample newerCause() {
        return ContractSamples.read("natter.events", "event.cancelled.v1", "boiler")
                .withVersion(3);
    }
}
