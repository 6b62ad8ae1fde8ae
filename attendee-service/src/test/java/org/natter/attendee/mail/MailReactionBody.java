package org.natter.attendee.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.natter.attendee.AttendeeServiceApplication;
import org.natter.attendee.booking.BookingChoices;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.Sector;
import org.natter.messaging.kit.ContractSamples;
import org.natter.messaging.kit.ContractSamples.Sample;
import org.natter.messaging.kit.ReactionContract;
import org.natter.messaging.kit.ServiceOnStore;
import org.natter.messaging.kit.Store;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;

/** Changes of an event mail everybody booked, once each, however often and in whatever order they are heard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailReactionBody extends ReactionContract {

    private static final String KEY = "k1:bmF0dGVyIHRlc3RzIG9ubHksIG5ldmVyIG91dHNpZGU=";

    /** So soon that no reminder of the day before is due any more. */
    private final Instant starts = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(10));

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

    /** Two guests booked, and both features have heard of the event. */
    @Override
    protected void prepare() {
        var published = told("event.published.v1", "riverside", 1);
        service.binding("bookingEvents").accept(published.message());
        binding().accept(published.message());
        var event = new EventId(published.key());
        var people = service.part(People.class);
        for (var name : List.of("wren", "samir")) {
            var guest = people.withAddress(
                    new EmailAddress(name + "@college.example"), new PersonDetails(name, "", Sector.COLLEGE));
            var attendance = Attending.of(people, guest.id(), event, AttendanceId.random());
            service.part(SeatLedgers.class)
                    .change(
                            event,
                            ledger -> ledger.admit(
                                    attendance,
                                    new BookingChoices(Sector.COLLEGE, false, true),
                                    starts.minusSeconds(1)));
        }
    }

    @Override
    protected Consumer<Message<byte[]>> binding() {
        return service.binding("mailEvents");
    }

    @Override
    protected MongoOperations store() {
        return service.store();
    }

    @Override
    protected List<String> collections() {
        return List.of("mail_queue", "mail_told");
    }

    @Override
    protected Sample cause() {
        return told("event.changed.v1", "later-start", 2).with("startsAt", starts.plusSeconds(1800));
    }

    @Override
    protected Sample newerCause() {
        return cause().withVersion(3).with("published.venueName", "The Crown");
    }

    private Sample told(String type, String name, long version) {
        return ContractSamples.read("natter.events", type, name)
                .withVersion(version)
                .withHeader("ce_time", starts.minusSeconds(36_000).toString())
                .with("startsAt", starts)
                .with("endsAt", starts.plusSeconds(9000));
    }
}
