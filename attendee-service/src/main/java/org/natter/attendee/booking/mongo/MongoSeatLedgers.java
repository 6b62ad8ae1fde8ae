package org.natter.attendee.booking.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.natter.attendee.booking.BookingDomainEvent;
import org.natter.attendee.booking.EventCard;
import org.natter.attendee.booking.SeatLedger;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.EventId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Seat ledgers as aggregates of type {@code seats}, one document per event, messages in the same write. */
@Component
class MongoSeatLedgers implements SeatLedgers {

    private static final String COLLECTION = "seats";

    private final AggregateCollection<SeatLedger, BookingDomainEvent> ledgers;
    private final MongoOperations mongo;

    MongoSeatLedgers(Outbox outbox, Announcements<BookingDomainEvent> announcements, MongoOperations mongo) {
        this.ledgers = outbox.collection(
                AggregateMapping.of(
                                COLLECTION,
                                SeatLedger.class,
                                (SeatLedger ledger, BookingDomainEvent fact) -> fact.applyTo(ledger))
                        .beside("nextEnd", SeatLedger::nextEnd),
                announcements,
                List.of("nextEnd", "card.endsAt"));
        this.mongo = mongo;
    }

    @Override
    public Optional<SeatLedger> find(EventId event) {
        return ledgers.find(event.value());
    }

    @Override
    public List<SeatLedger> find(Collection<EventId> events) {
        return events.isEmpty()
                ? List.of()
                : ledgers.findAll(events.stream().map(EventId::value).toList());
    }

    @Override
    public Optional<SeatLedger> change(EventId event, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return ledgers.change(event.value(), decision);
    }

    @Override
    public SeatLedger changeOrOpen(
            EventId event, Supplier<SeatLedger> first, Function<SeatLedger, List<BookingDomainEvent>> decision) {
        return ledgers.changeOrCreate(event.value(), first, decision);
    }

    @Override
    public List<EventCard> cards(Collection<EventId> events) {
        return events.isEmpty()
                ? List.of()
                : cards(Query.query(Criteria.where("_id")
                        .in(events.stream().map(EventId::value).distinct().toList())));
    }

    @Override
    public List<EventCard> cardsEndingFrom(Instant from) {
        return cards(
                Query.query(Criteria.where("state.card.endsAt").gte(from)).with(Sort.by("state.card.endsAt", "_id")));
    }

    private List<EventCard> cards(Query wanted) {
        wanted.fields().include("state.card");
        return mongo.find(wanted, Document.class, COLLECTION).stream()
                .map(row -> mongo.getConverter()
                        .read(EventCard.class, row.get("state", Document.class).get("card", Document.class)))
                .toList();
    }

    @Override
    public List<EventId> withEndsBy(Instant now) {
        var due = Query.query(Criteria.where("state.nextEnd").lte(now));
        due.fields().include("_id");
        return mongo.find(due, Document.class, COLLECTION).stream()
                .map(row -> new EventId(row.getString("_id")))
                .toList();
    }
}
