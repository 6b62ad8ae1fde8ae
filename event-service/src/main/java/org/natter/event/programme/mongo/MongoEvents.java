package org.natter.event.programme.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.event.programme.Event;
import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventId;
import org.natter.event.programme.EventList;
import org.natter.event.programme.EventListing;
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
    private static final String VERSION = "state.version";
    private static final String TITLE = "state.details.title";
    private static final String STARTS = "state.details.times.startsAtInstant";
    private static final String ENDS = "state.details.times.endsAtInstant";
    private static final Sort BY_START = Sort.by(STARTS, "state._id");
    private static final List<String> ALL = statuses(status -> true);
    private static final List<String> PUBLIC = statuses(EventStatus::isPublic);
    private static final List<String> NOT_PUBLIC = statuses(status -> !status.isPublic());
    private static final int MOST_AT_ONCE = 100;

    private final AggregateCollection<Event, EventDomainEvent> events;
    private final MongoOperations mongo;

    MongoEvents(Outbox outbox, Announcements<EventDomainEvent> announcements, MongoOperations mongo) {
        this.events = outbox.collection(
                AggregateMapping.of(COLLECTION, Event.class, (before, told) -> told.applyTo(before)),
                announcements,
                List.of(
                        "region,details.times.startsAtInstant,_id",
                        "region,status,details.times.endsAtInstant",
                        "status,details.times.endsAtInstant",
                        "details.times.startsAtInstant,_id"));
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

    /** What else is written to it is guarded by its row, so of two at once one finds the other's. */
    @Override
    public boolean discard(Event draft) {
        var asRead = Criteria.where("_id")
                .is(draft.id().value())
                .and(STATUS)
                .is(EventStatus.DRAFT.name())
                .and(VERSION)
                .is(draft.version());
        return mongo.remove(Query.query(asRead), COLLECTION).getDeletedCount() == 1;
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
    public EventListing listed(RegionId region, EventList list, String words, int page, int size, Instant now) {
        var called = called(region, words.strip());
        var coming = count(EventList.COMING, region, called, now);
        var past = count(EventList.PAST, region, called, now);
        var drafts = count(EventList.DRAFTS, region, called, now);
        var all = switch (list) {
            case COMING -> coming;
            case PAST -> past;
            case DRAFTS -> drafts;
        };
        var pages = EventListing.pages(all, size);
        var shown = EventListing.shown(page, pages);
        var isPast = list == EventList.PAST;
        var query = among(called, isPast ? inPast(region, now) : in(list, region, now))
                .with(isPast ? BY_START.descending() : BY_START)
                .skip((long) shown * size)
                .limit(size);
        return new EventListing(coming, past, drafts, shown, pages, inOrder(query));
    }

    /** By what a list has and not by what it has not: so an index tells it, and no event is read for it. */
    private int count(EventList list, RegionId region, @Nullable List<String> among, Instant now) {
        return (int) mongo.count(among(among, in(list, region, now)), COLLECTION);
    }

    /** The ids of a region's events with these words in their title, or null for all of them if there are no words. */
    private @Nullable List<String> called(RegionId region, String words) {
        if (words.isEmpty()) {
            return null;
        }
        var wanted = words.toLowerCase(Locale.UK);
        var query = Query.query(Criteria.where(REGION).is(region.value()));
        query.fields().include("_id", TITLE);
        return mongo.find(query, Document.class, COLLECTION).stream()
                .filter(event -> event.getEmbedded(List.of(TITLE.split("\\.")), "")
                        .toLowerCase(Locale.UK)
                        .contains(wanted))
                .map(event -> event.getString("_id"))
                .toList();
    }

    private static List<String> statuses(Predicate<EventStatus> which) {
        return Stream.of(EventStatus.values())
                .filter(which)
                .map(EventStatus::name)
                .toList();
    }

    private static Criteria in(EventList list, RegionId region, Instant now) {
        var wanted = Criteria.where(REGION).is(region.value());
        return switch (list) {
            case DRAFTS -> wanted.and(STATUS).is(EventStatus.DRAFT.name());
            case COMING -> wanted.and(STATUS).in(PUBLIC).and(ENDS).gt(now);
            case PAST -> wanted.and(STATUS).in(PUBLIC).and(ENDS).lte(now);
        };
    }

    /** What it is not is asked, so that the newest are found in order of their days and not among all of them. */
    private static Criteria inPast(RegionId region, Instant now) {
        return Criteria.where(REGION)
                .is(region.value())
                .and(STATUS)
                .nin(NOT_PUBLIC)
                .and(ENDS)
                .lte(now);
    }

    private static Query among(@Nullable List<String> ids, Criteria wanted) {
        return Query.query(ids == null ? wanted : wanted.and("_id").in(ids));
    }

    @Override
    public List<Event> comingAndLatest(RegionId region, int past, Instant now) {
        return comingAndLatest(region, ALL, past, now);
    }

    @Override
    public List<Event> shownToThePublic(@Nullable RegionId region, int past, Instant now) {
        return comingAndLatest(region, PUBLIC, past, now);
    }

    /**
     * What is to come by its statuses and its end, what has been by its day: neither passes by the years of the other. That
     * it began is asked too, since the index by its day knows only what has one.
     */
    private List<Event> comingAndLatest(@Nullable RegionId region, List<String> statuses, int past, Instant now) {
        var coming = Query.query(within(region, Criteria.where(STATUS).in(statuses))
                        .and(ENDS)
                        .gt(now))
                .with(BY_START);
        var others = ALL.stream().filter(status -> !statuses.contains(status)).toList();
        var over = Query.query(within(region, Criteria.where(STATUS).nin(others))
                        .and(STARTS)
                        .lte(now)
                        .and(ENDS)
                        .lte(now))
                .with(BY_START.descending())
                .limit(past);
        return Stream.concat(inOrder(coming).stream(), inOrder(over).stream()).toList();
    }

    private static Criteria within(@Nullable RegionId region, Criteria wanted) {
        return region == null ? wanted : wanted.and(REGION).is(region.value());
    }

    private List<Event> inOrder(Query query) {
        var order = ids(query);
        var found = events.findAll(order).stream()
                .collect(Collectors.toMap(event -> event.id().value(), event -> event));
        return order.stream().map(found::get).filter(Objects::nonNull).toList();
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
