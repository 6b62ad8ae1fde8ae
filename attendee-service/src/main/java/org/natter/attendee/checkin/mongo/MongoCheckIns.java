package org.natter.attendee.checkin.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.checkin.CheckIn;
import org.natter.attendee.checkin.CheckInDomainEvent;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Check-ins as aggregates of type {@code check-in}, one document per attendance, messages in the same write. */
@Component
class MongoCheckIns implements CheckIns {

    private static final String COLLECTION = "check-in";

    private final AggregateCollection<CheckIn, CheckInDomainEvent> checkIns;
    private final MongoOperations mongo;

    MongoCheckIns(Outbox outbox, Announcements<CheckInDomainEvent> announcements, MongoOperations mongo) {
        this.checkIns = outbox.collection(
                AggregateMapping.of(
                        COLLECTION, CheckIn.class, (CheckIn checkIn, CheckInDomainEvent fact) -> fact.applyTo(checkIn)),
                announcements,
                List.of("event,since.at"));
        this.mongo = mongo;
    }

    @Override
    public Optional<CheckIn> find(AttendanceId attendance) {
        return checkIns.find(attendance.value());
    }

    @Override
    public Map<AttendanceId, CheckIn> find(Collection<AttendanceId> attendances) {
        return attendances.isEmpty()
                ? Map.of()
                : checkIns.findAll(attendances.stream().map(AttendanceId::value).toList()).stream()
                        .collect(Collectors.toMap(CheckIn::attendance, Function.identity()));
    }

    /** Asked of every press: by the moments in the index, so that no check-in is read for it. */
    @Override
    public int here(EventId event) {
        var those = Criteria.where("state.event")
                .is(event.value())
                .and("state.since.at")
                .gte(Instant.EPOCH);
        return (int) mongo.count(Query.query(those), COLLECTION);
    }

    @Override
    public CheckIn change(
            AttendanceId attendance, EventId event, Function<CheckIn, List<CheckInDomainEvent>> decision) {
        return checkIns.changeOrCreate(attendance.value(), () -> CheckIn.notYet(attendance, event), decision);
    }
}
