package org.natter.feedback.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Deadlines;
import org.natter.feedback.invitation.Duty;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.outcome.FollowUps;

/**
 * Publishes a region's calendar year, once: in the tenth month after its last event, when its last follow-up has closed.
 *
 * <p>Never earlier and never by halves: two looks at a growing sum would subtract to one event. For what is counted across
 * events it waits a day, and then does without.
 */
public final class PublishingSeasons implements Duty {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final EventEvidence told;
    private final Rooms rooms;
    private final WholeEvidence whole;
    private final FollowUps followUps;
    private final Reports reports;

    public PublishingSeasons(
            EventEvidence told, Rooms rooms, WholeEvidence whole, FollowUps followUps, Reports reports) {
        this.told = told;
        this.rooms = rooms;
        this.whole = whole;
        this.followUps = followUps;
        this.reports = reports;
    }

    @Override
    public Optional<Instant> perform(Room room, Gathering gathering, Instant now) {
        var year = gathering.deadlines().lastDay().getYear();
        if (reports.seasons(gathering.region()).stream().anyMatch(report -> report.year() == year)) {
            return Optional.empty();
        }
        var season = season(gathering, year);
        var settles = season.values().stream()
                .map(Gathering::deadlines)
                .map(Deadlines::lastFollowUpClosesAt)
                .max(Comparator.naturalOrder())
                .map(last -> latest(last, yearIsOver(gathering.deadlines())))
                .orElse(yearIsOver(gathering.deadlines()));
        if (now.isBefore(settles)) {
            return Optional.of(settles);
        }
        var evidence = season.keySet().stream().map(told::of).toList();
        if (!season.containsKey(room.event()) || !evidence.stream().allMatch(this::isWhole)) {
            return Optional.of(now.plus(A_MOMENT));
        }
        var counted = told.season(gathering.region(), year);
        if (counted.isEmpty() && now.isBefore(settles.plus(A_DAY))) {
            return Optional.of(now.plus(SOON));
        }
        reports.publish(TakingSeasons.of(
                gathering.region(),
                year,
                evidence,
                followUps.findAll(evidence.stream()
                        .flatMap(event -> writers(event).stream())
                        .collect(Collectors.toSet())),
                counted,
                now));
        return Optional.empty();
    }

    private boolean isWhole(Evidence evidence) {
        return rooms.find(evidence.event())
                .filter(room -> !whole.is(evidence, room))
                .isEmpty();
    }

    private Map<EventId, Gathering> season(Gathering gathering, int year) {
        return told.eventsOf(gathering.region()).entrySet().stream()
                .filter(event -> event.getValue().over())
                .filter(event -> event.getValue().deadlines().lastDay().getYear() == year)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<AttendanceId> writers(Evidence event) {
        return event.answers().keySet();
    }

    private static Instant yearIsOver(Deadlines deadlines) {
        var newYear = deadlines.lastDay().withDayOfYear(1).plusYears(1);
        return ZonedDateTime.of(newYear, MORNING, deadlines.zone()).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
