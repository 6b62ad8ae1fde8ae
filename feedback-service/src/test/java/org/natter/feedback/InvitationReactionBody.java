package org.natter.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.SweepingDueEvents;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.ReactionContract;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** Whoever came is asked once, and nobody is asked any more once the event was called off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InvitationReactionBody extends ReactionContract {

    /** So long ago that those who came are asked at once. */
    private final Instant ended = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(3));

    /** One moment for every look, so that what is asked twice is the same to the letter. */
    private final Instant look = ended.plus(Duration.ofDays(3)).plus(Duration.ofHours(1));

    private ServiceOnStore service;

    abstract Store where();

    @BeforeAll
    void start() {
        service = ServiceOnStore.start(
                FeedbackServiceApplication.application(),
                where(),
                "--natter.access.public-keys={\"keys\":[]}",
                "--natter.links.feedback-keys=k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=",
                "--natter.due-events.poll=1d",
                "--natter.due-events.settle=0s");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    protected void prepare() {
        for (var name : List.of("wren", "maurice")) {
            service.binding("invitationAttendees")
                    .accept(ContractSamples.read("natter.attendees", "attendance.checked-in.v1", name)
                            .message());
        }
    }

    /** The message, and after it a look at the clock. */
    @Override
    protected Consumer<Message<byte[]>> binding() {
        return message -> {
            service.binding("invitationEvents").accept(message);
            service.part(DueEvents.class)
                    .due(look, Set.of())
                    .forEach(event -> service.part(SweepingDueEvents.class).sweepOne(event, look));
        };
    }

    @Override
    protected MongoOperations store() {
        return service.store();
    }

    @Override
    protected List<String> collections() {
        return List.of("invitation", "room");
    }

    @Override
    protected Sample cause() {
        return ContractSamples.read("natter.events", "event.concluded.v1", "riverside")
                .withVersion(3)
                .with("endsAt", ended);
    }

    @Override
    protected Sample newerCause() {
        return ContractSamples.read("natter.events", "event.cancelled.v1", "boiler")
                .withVersion(4)
                .with("endsAt", ended);
    }
}
