package org.natter.event.overview.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.natter.event.overview.AttendanceNews;
import org.natter.event.overview.EventOverview;
import org.natter.event.overview.EventOverviews;
import org.natter.event.overview.PlaceGiven;
import org.natter.event.overview.SeatStanding;
import org.natter.event.programme.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.natter.messaging.SpreadRows;
import org.springframework.stereotype.Component;

/**
 * Sixteen rows an event, each with two sets keyed by attendance: {@code place} and {@code door}. A figure is the size of the
 * sets when somebody reads.
 *
 * <p>Delivered twice or late: the source's guard refuses it. Check-in before booking: both land in one row, each in
 * its own set. Crash before the offset is committed: the same as delivered twice.
 */
@Component
class EventOverviewProjection implements EventOverviews {

    private static final List<String> SETS = List.of("place", "door");
    private static final String WALKED_IN = SeatStanding.WALKED_IN.name();

    private final SpreadRows rows;

    EventOverviewProjection(Projections projections) {
        this.rows = projections.spread("event_overview");
    }

    record PlaceFact(SeatStanding is, @Nullable Instant at) {}

    record Fact(boolean is, @Nullable Instant at) {}

    /** The figures of one event from its rows as they are: a list has fifty events. */
    private static EventOverview figures(EventId event, Document rows) {
        var place = rows.get("place", new Document());
        var door = rows.get("door", new Document());
        var walkIns = 0;
        var here = 0;
        for (var arrival : door.entrySet()) {
            if (fact(arrival.getValue()).getBoolean("is")) {
                here++;
                walkIns += place.get(arrival.getKey(), new Document())
                                .get("is", "")
                                .equals(WALKED_IN)
                        ? 1
                        : 0;
            }
        }
        return new EventOverview(
                event,
                count(place, SeatStanding.BOOKED),
                count(place, SeatStanding.WAITING),
                count(place, SeatStanding.OFFERED),
                here,
                walkIns,
                asOf(place, door));
    }

    private static int count(Document place, SeatStanding standing) {
        return (int) place.values().stream()
                .filter(seat -> fact(seat).getString("is").equals(standing.name()))
                .count();
    }

    private static @Nullable Instant asOf(Document place, Document door) {
        return Stream.concat(place.values().stream(), door.values().stream())
                .map(told -> fact(told).getDate("at"))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Date::toInstant)
                .orElse(null);
    }

    private static Document fact(Object told) {
        return (Document) told;
    }

    @Override
    public Effect booked(PlaceGiven told, MessageMetadata source) {
        return place(
                new AttendanceNews(told.attendance(), told.event()),
                source,
                told.walkIn() ? SeatStanding.WALKED_IN : SeatStanding.BOOKED);
    }

    @Override
    public Effect waitlisted(AttendanceNews told, MessageMetadata source) {
        return place(told, source, SeatStanding.WAITING);
    }

    @Override
    public Effect offered(AttendanceNews told, MessageMetadata source) {
        return place(told, source, SeatStanding.OFFERED);
    }

    @Override
    public Effect cancelled(AttendanceNews told, MessageMetadata source) {
        return place(told, source, SeatStanding.NONE);
    }

    @Override
    public Effect checkedIn(AttendanceNews told, MessageMetadata source) {
        return write(told, "door", source, new Fact(true, source.time()));
    }

    @Override
    public Effect checkInUndone(AttendanceNews told, MessageMetadata source) {
        return write(told, "door", source, new Fact(false, source.time()));
    }

    private Effect place(AttendanceNews told, MessageMetadata source, SeatStanding place) {
        return write(told, "place", source, new PlaceFact(place, source.time()));
    }

    private Effect write(AttendanceNews told, String set, MessageMetadata source, Object fact) {
        var attendance = told.attendance().value();
        return rows.write(told.event().value(), attendance, set + "." + attendance, source, fact);
    }

    @Override
    public List<EventOverview> of(Collection<EventId> events) {
        var known = rows.read(
                events.stream().map(EventId::value).toList(),
                SETS,
                found -> figures(new EventId(found.getString("_id")), found));
        return events.stream()
                .map(event -> known.getOrDefault(event.value(), EventOverview.nothingYet(event)))
                .toList();
    }
}
