package org.natter.event.overview.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.event.overview.AttendanceId;
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

    private final SpreadRows rows;

    EventOverviewProjection(Projections projections) {
        this.rows = projections.spread("event_overview");
    }

    record PlaceFact(SeatStanding is, @Nullable Instant at) {}

    record Fact(boolean is, @Nullable Instant at) {}

    /** What is known of one event. A set of which nothing was told is absent. */
    record Facts(
            @Nullable Map<AttendanceId, PlaceFact> place,
            @Nullable Map<AttendanceId, Fact> door) {

        EventOverview figures(EventId event) {
            return new EventOverview(
                    event,
                    count(place, fact -> fact.is() == SeatStanding.BOOKED),
                    count(place, fact -> fact.is() == SeatStanding.WAITING),
                    count(place, fact -> fact.is() == SeatStanding.OFFERED),
                    count(door, Fact::is),
                    walkIns(),
                    asOf());
        }

        private int walkIns() {
            return place == null || door == null
                    ? 0
                    : (int) door.entrySet().stream()
                            .filter(arrival -> arrival.getValue().is())
                            .map(arrival -> place.get(arrival.getKey()))
                            .filter(seat -> seat != null && seat.is() == SeatStanding.WALKED_IN)
                            .count();
        }

        private @Nullable Instant asOf() {
            return Stream.concat(values(place).map(PlaceFact::at), values(door).map(Fact::at))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private static <F> int count(@Nullable Map<AttendanceId, F> set, Predicate<F> counts) {
            return (int) values(set).filter(counts).count();
        }

        private static <F> Stream<F> values(@Nullable Map<AttendanceId, F> set) {
            return set == null ? Stream.of() : set.values().stream();
        }
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
        var known = rows.read(events.stream().map(EventId::value).toList(), Facts.class);
        return events.stream()
                .map(event -> known.containsKey(event.value())
                        ? known.get(event.value()).figures(event)
                        : EventOverview.nothingYet(event))
                .toList();
    }
}
