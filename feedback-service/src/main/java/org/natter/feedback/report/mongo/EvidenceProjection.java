package org.natter.feedback.report.mongo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.report.AbsenceTold;
import org.natter.feedback.report.AnswerTold;
import org.natter.feedback.report.ArrivalTold;
import org.natter.feedback.report.CountsTold;
import org.natter.feedback.report.Evidence;
import org.natter.feedback.report.EvidenceRows;
import org.natter.feedback.report.GuestTold;
import org.natter.feedback.report.HostsTold;
import org.natter.feedback.report.OutcomeTold;
import org.natter.feedback.report.SeasonTold;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;
import org.natter.messaging.Projections;
import org.natter.messaging.SpreadRows;
import org.springframework.stereotype.Component;

/**
 * In an event's rows {@code seats}, {@code here}, {@code answers} and {@code outcomes}, each by whom it concerns, {@code hosts} and
 * {@code counts} of the event itself; in a region's rows its {@code events} and {@code seasons}. A seat holds a guest, or why there is none any more.
 */
@Component
class EvidenceProjection implements EvidenceRows {

    static final String EVIDENCE = "evidence";
    static final String REGIONS = "evidence_of_region";

    private final SpreadRows events;
    private final SpreadRows regions;

    EvidenceProjection(Projections projections) {
        this.events = projections.spread(EVIDENCE);
        this.regions = projections.spread(REGIONS);
    }

    /** A guest who has a place or waits for one, or the reason of somebody who has none any more. */
    record Seat(@Nullable GuestTold guest, @Nullable AbsenceReason absence) {}

    /** What the rows of one event say together. */
    record Rows(
            @Nullable Map<AttendanceId, Seat> seats,
            @Nullable Map<AttendanceId, Boolean> here,
            @Nullable Map<AttendanceId, AnswerTold> answers,
            @Nullable Map<String, OutcomeTold> outcomes,
            @Nullable HostsTold hosts,
            @Nullable CountsTold counts) {

        Evidence of(EventId event) {
            var guests = new HashMap<AttendanceId, GuestTold>();
            var absences = new HashMap<AttendanceId, AbsenceReason>();
            orEmpty(seats).forEach((attendance, seat) -> {
                if (seat.guest() != null) {
                    guests.put(attendance, seat.guest());
                }
                if (seat.absence() != null) {
                    absences.put(attendance, seat.absence());
                }
            });
            return new Evidence(
                    event,
                    guests,
                    absences,
                    orEmpty(here).entrySet().stream()
                            .filter(Map.Entry::getValue)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()),
                    orEmpty(answers),
                    List.copyOf(orEmpty(outcomes).values()),
                    hosts == null ? Set.of() : hosts.hosts(),
                    counts);
        }
    }

    /** What the rows of one region say together. */
    record RegionRows(
            @Nullable Map<EventId, Gathering> events,
            @Nullable Map<String, SeasonTold> seasons) {}

    @Override
    public Effect on(EventNews told, EventStanding standing, MessageMetadata source) {
        var event = told.event().value();
        return regions.write(told.region().value(), event, "events." + event, source, told.gathering(standing));
    }

    @Override
    public Effect on(GuestTold guest, MessageMetadata source) {
        return write(guest.event(), "seats", guest.attendance().value(), source, new Seat(guest, null));
    }

    @Override
    public Effect on(AbsenceTold absence, MessageMetadata source) {
        return write(absence.event(), "seats", absence.attendance().value(), source, new Seat(null, absence.reason()));
    }

    @Override
    public Effect on(ArrivalTold arrival, boolean here, MessageMetadata source) {
        return write(arrival.event(), "here", arrival.attendance().value(), source, here);
    }

    @Override
    public Effect on(AnswerTold answer, MessageMetadata source) {
        return write(answer.event(), "answers", answer.writer().value(), source, answer);
    }

    @Override
    public Effect on(OutcomeTold outcome, MessageMetadata source) {
        return write(outcome.event(), "outcomes", outcome.outcome().value(), source, outcome);
    }

    @Override
    public Effect on(HostsTold hosts, MessageMetadata source) {
        return events.write(hosts.event().value(), "hosts", source, hosts);
    }

    @Override
    public Effect on(CountsTold counts, MessageMetadata source) {
        return events.write(counts.event().value(), "counts", source, counts);
    }

    @Override
    public Effect on(SeasonTold season, MessageMetadata source) {
        return regions.write(season.region().value(), "seasons." + season.year(), source, season);
    }

    private Effect write(EventId event, String set, String member, MessageMetadata source, Object fact) {
        return events.write(event.value(), member, set + "." + member, source, fact);
    }

    @Override
    public Evidence of(EventId event) {
        return events.read(event.value(), Rows.class)
                .map(rows -> rows.of(event))
                .orElse(Evidence.none(event));
    }

    @Override
    public Map<EventId, Gathering> eventsOf(RegionId region) {
        return regions.read(region.value(), RegionRows.class)
                .map(rows -> orEmpty(rows.events()))
                .orElse(Map.of());
    }

    @Override
    public Optional<SeasonTold> season(RegionId region, int year) {
        return regions.read(region.value(), RegionRows.class)
                .map(rows -> orEmpty(rows.seasons()).get(String.valueOf(year)));
    }

    private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
