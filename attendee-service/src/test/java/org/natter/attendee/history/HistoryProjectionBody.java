package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.messaging.ReadModel;
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

    /** As an earlier release wrote the rows, and as this one writes them. */
    @Test
    void whoeverReadsWhileItIsBuiltAnewReadsAllOldOrAllNew() throws Exception {
        var owner = owner();
        var told = evenings(owner);
        told.forEach(this::hear);
        var store = service.store();
        store.getCollection("history_entry")
                .updateMany(new Document(), new Document("$set", new Document("answer.others", List.of())));
        store.getCollection("history_room")
                .updateMany(
                        new Document("facts", new Document("$exists", true)),
                        new Document("$set", new Document("facts.title", "As it was")));
        var before = read(owner);
        var seen = Collections.synchronizedSet(new LinkedHashSet<>(List.of(before)));
        var over = new AtomicBoolean();
        var reader = new Thread(() -> {
            while (!over.get()) {
                seen.add(read(owner));
            }
        });
        reader.start();
        try {
            assertThat(before).isEqualTo("As it was 0, As it was 0, As it was 0");
            assertThat(service.part(ReadModel.class).buildAnew("a new release", Instant.now()))
                    .isTrue();
            told.subList(0, told.size() - 1).forEach(this::hear);
            assertThat(read(owner)).as("one is missing").isEqualTo(before);
            hear(told.get(told.size() - 1));
            await().until(() -> seen.size() > 1);
        } finally {
            over.set(true);
            reader.join();
            store.getCollection("read_model").deleteMany(new Document()); // others look at the first collections
        }
        assertThat(seen).containsExactly(before, "Evening 2 2, Evening 1 2, Evening 0 2");
    }

    private void hear(MessagesOfOthers.Sent sent) {
        binding(sent.topic()).accept(sent.message());
    }

    private Person owner() {
        return service.part(People.class)
                .withAddress(
                        new EmailAddress("wren@" + HexId.random() + ".example"),
                        new PersonDetails("Wren Hadley", "", Sector.COLLEGE));
    }

    /** Three evenings of this person's, with two people each whose names they missed. */
    private List<MessagesOfOthers.Sent> evenings(Person owner) {
        var told = new ArrayList<MessagesOfOthers.Sent>();
        for (var number = 0; number < 3; number++) {
            var event = new EventId(HexId.random());
            var me = Attending.of(service.part(People.class), owner.id(), event, AttendanceId.random());
            var day = "2026-0" + (number + 1) + "-08";
            told.add(MessagesOfOthers.published(
                    event.value(), 1, "Evening " + number, day + "T18:30:00Z", day + "T21:00:00Z"));
            told.add(MessagesOfOthers.answered(
                    event.value(),
                    me.value(),
                    1,
                    day + "T22:00:00Z",
                    List.of(),
                    List.of(Map.of("sector", "HEALTH", "count", 2))));
        }
        return told;
    }

    private String read(Person owner) {
        return service.part(ReadingHistory.class).of(owner.id(), "").orElseThrow().events().stream()
                .map(evening -> evening.facts().map(Room.Facts::title).orElse("nowhere") + " " + evening.others())
                .collect(Collectors.joining(", "));
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
