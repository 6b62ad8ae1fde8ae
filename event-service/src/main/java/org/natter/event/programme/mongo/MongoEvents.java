package org.natter.event.programme.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventStatus;
import org.natter.event.programme.Events;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionId;
import org.natter.event.region.RegionScope;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Events in the collection {@code event}, each one document with what waits to be told about it. */
@Component
class MongoEvents implements Events {

    private static final String COLLECTION = "event";
    private static final String REGION = "state.region";
    private static final String STATUS = "state.status";
    private static final String ENDS = "state.details.times.endsAtInstant";
    private static final int MOST_AT_ONCE = 100;

    private final AggregateCollection<Event, EventDomainEvent> events;
    private final MongoOperations mongo;

    MongoEvents(Outbox outbox, Announcements<EventDomainEvent> announcements, MongoOperations mongo) {
        this.events = outbox.collection(
                AggregateMapping.of(COLLECTION, Event.class, (before, told) -> told.applyTo(before)),
                announcements,
                List.of("region", "status", "details.times.endsAtInstant"));
        this.mongo = mongo;
    }

    @Override
    public Event addUnlessKnown(EventDomainEvent.EventPlanned planned) {
        var first = planned.draft();
        return events.create(first.id().value(), first, List.of(planned));
    }

    @Override
    public Event change(EventId event, RegionScope scope, Function<Event, List<EventDomainEvent>> decision) {
        return events.change(event.value(), found -> {
                    if (!scope.covers(found.region())) {
                        throw UnknownEvent.withId(event);
                    }
                    return decision.apply(found);
                })
                .orElseThrow(() -> UnknownEvent.withId(event));
    }

    @Override
    public Optional<Event> find(EventId event, RegionScope scope) {
        return events.find(event.value()).filter(found -> scope.covers(found.region()));
    }

    @Override
    public List<Event> findAll(Collection<EventId> wanted) {
        return events.findAll(wanted.stream().map(EventId::value).toList());
    }

    @Override
    public List<Event> inRegion(RegionId region) {
        return events.findAll(ids(Query.query(Criteria.where(REGION).is(region.value()))));
    }

    @Override
    public List<Event> shownToThePublic() {
        return events.findAll(ids(Query.query(Criteria.where(STATUS).ne(EventStatus.DRAFT.name()))));
    }

    @Override
    public List<EventId> dueToConclude(Instant now, Set<EventId> apart) {
        var due = Criteria.where(STATUS)
                .is(EventStatus.PUBLISHED.name())
                .and(ENDS)
                .lte(now)
                .and("_id")
                .nin(apart.stream().map(EventId::value).toList());
        return ids(Query.query(due).with(Sort.by(ENDS)).limit(MOST_AT_ONCE)).stream()
                .map(EventId::new)
                .toList();
    }

    private List<String> ids(Query query) {
        query.fields().include("_id");
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }
}
