package org.natter.attendee.cpd;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.cpd.CpdPage.Line;
import org.natter.attendee.cpd.CpdPage.Reason;
import org.natter.attendee.history.History;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.EventId;

/** Composes one person's CPD record from what was read: a pure function, so the same facts always give the same record. */
final class CpdComposition {

    private final CpdRecord record;
    private final Collection<AttendedEvent> events;
    private final History history;
    private final Map<EventId, Duration> times;

    CpdComposition(CpdRecord record, Collection<AttendedEvent> events, History history) {
        this.record = record;
        this.events = List.copyOf(events);
        this.history = history;
        this.times = times(events);
    }

    private static Map<EventId, Duration> times(Collection<AttendedEvent> events) {
        var counted = new TreeMap<EntryId, LearningTime.Span>();
        events.forEach(event -> event.counted().ifPresent(span -> counted.put(EntryId.of(event.event()), span)));
        var times = new HashMap<EventId, Duration>();
        LearningTime.each(counted).forEach((entry, time) -> times.put(new EventId(entry.value()), time));
        return times;
    }

    /**
     * @param today the day whose last twelve months count
     * @param now an event has an entry once it is over
     */
    CpdPage compose(Dates dates, LocalDate today, Instant now) {
        var all = Stream.concat(
                        events.stream().filter(event -> hasEntry(event, now)).map(this::line),
                        record.entries().entrySet().stream()
                                .filter(written -> written.getValue().own() != null)
                                .map(written -> line(written.getKey(), written.getValue())))
                .sorted(Comparator.comparing(Line::on)
                        .thenComparing(line ->
                                line.event().map(AttendedEvent::startsAt).orElse(Instant.EPOCH))
                        .thenComparing(Line::id)
                        .reversed())
                .toList();
        var shown = all.stream().filter(line -> dates.include(line.on())).toList();
        var variety = history.soFar().variety();
        return new CpdPage(
                shown,
                sum(shown, Dates.ALL),
                sum(all, Dates.lastYear(today)),
                elsewhere(dates).reduce(grid(shown), NetworkingGrid::plus),
                variety.isEffectiveShown() ? variety.effective() : OptionalDouble.empty());
    }

    /** What was written about an event stays in its writer's hands, whatever becomes of the event. */
    private boolean hasEntry(AttendedEvent event, Instant now) {
        var written = record.at(EntryId.of(event.event()));
        return written.version() > 0 && written.own() == null
                || event.isOver(now)
                        && !event.calledOff()
                        && (event.checkedIn().isPresent()
                                || evening(event.event())
                                        .filter(CpdComposition::isTold)
                                        .isPresent());
    }

    private static boolean isTold(Evening evening) {
        return evening.answeredAt().isPresent() || !evening.people().isEmpty();
    }

    private Line line(AttendedEvent event) {
        var entry = EntryId.of(event.event());
        var written = record.at(entry);
        var suggested = LearningTime.quarters(times.getOrDefault(event.event(), Duration.ZERO));
        var reason = reason(event);
        var evening = evening(event.event());
        return new Line(
                entry,
                Optional.of(event),
                event.title(),
                event.day(),
                event.tookPartIn() ? Objects.requireNonNullElse(written.quarters(), suggested) : 0,
                suggested,
                reason,
                written,
                evening.map(Evening::people).orElse(List.of()),
                evening.map(this::grid).orElse(NetworkingGrid.EMPTY));
    }

    private Reason reason(AttendedEvent event) {
        if (event.calledOff()) {
            return Reason.CALLED_OFF;
        }
        if (event.checkedIn().isEmpty()) {
            return Reason.NOT_CHECKED_IN;
        }
        return event.counted()
                .map(span -> counted(span, times.getOrDefault(event.event(), Duration.ZERO)))
                .orElse(event.kind() == EventKind.SOCIAL ? Reason.SOCIAL : Reason.SEVERAL_DAYS);
    }

    private static Reason counted(LearningTime.Span span, Duration time) {
        return span.length().isZero()
                ? Reason.TOO_LATE
                : time.equals(span.length()) ? Reason.CHECKED_IN : Reason.OVERLAPS;
    }

    private static Line line(EntryId id, CpdEntry written) {
        var own = Objects.requireNonNull(written.own());
        return new Line(
                id,
                Optional.empty(),
                own.title(),
                LocalDate.parse(own.on()),
                Objects.requireNonNullElse(written.quarters(), 0),
                0,
                Reason.OWN,
                written,
                List.of(),
                NetworkingGrid.EMPTY);
    }

    private Optional<Evening> evening(EventId event) {
        return history.events().stream()
                .filter(evening -> !evening.elsewhere() && evening.event().equals(event))
                .findFirst();
    }

    private NetworkingGrid grid(Evening evening) {
        var fresh = evening.people().stream()
                .filter(met -> met.before() == NewOrKnown.NEW)
                .count();
        var came = history.outcomes().stream()
                .filter(outcome -> evening.event().equals(outcome.event()))
                .toList();
        var inTouch = came.stream()
                .filter(outcome -> outcome.kind() == Kind.KEPT_IN_TOUCH)
                .count();
        return new NetworkingGrid(
                (int) fresh, (int) (evening.people().size() - fresh + inTouch), (int) (came.size() - inTouch));
    }

    private static NetworkingGrid grid(List<Line> lines) {
        return lines.stream().map(Line::grid).reduce(NetworkingGrid.EMPTY, NetworkingGrid::plus);
    }

    private Stream<NetworkingGrid> elsewhere(Dates dates) {
        return history.events().stream()
                .filter(Evening::elsewhere)
                .filter(evening -> evening.facts()
                        .filter(facts -> dates.include(LocalDate.ofInstant(facts.startsAt(), facts.zone())))
                        .isPresent())
                .map(this::grid);
    }

    private static int sum(List<Line> lines, Dates dates) {
        return lines.stream()
                .filter(line -> dates.include(line.on()))
                .mapToInt(Line::quarters)
                .sum();
    }
}
