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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.cpd.CpdPage.Line;
import org.natter.attendee.cpd.CpdPage.Reason;
import org.natter.attendee.cpd.LearningTime.Share;
import org.natter.attendee.history.History;
import org.natter.attendee.history.History.Evening;
import org.natter.attendee.history.History.Met;
import org.natter.attendee.history.History.NewOrKnown;
import org.natter.attendee.history.History.Outcome;
import org.natter.attendee.history.OutcomeReported.Kind;
import org.natter.attendee.person.EventId;

/** Composes one person's CPD record from what was read: a pure function, so the same facts always give the same record. */
final class CpdComposition {

    private final CpdRecord record;
    private final Collection<AttendedEvent> events;
    private final History history;
    private final Instant now;
    private final Map<EntryId, Share<EntryId>> shares;

    /** @param now an event has an entry, and time that counts, once it is over */
    CpdComposition(CpdRecord record, Collection<AttendedEvent> events, History history, Instant now) {
        this.record = record;
        this.events = List.copyOf(events);
        this.history = history;
        this.now = now;
        this.shares = LearningTime.each(spans());
    }

    private Map<EntryId, LearningTime.Span> spans() {
        var spans = new HashMap<EntryId, LearningTime.Span>();
        events.forEach(event -> counted(event).ifPresent(span -> spans.put(EntryId.of(event.event()), span)));
        return spans;
    }

    private Optional<LearningTime.Span> counted(AttendedEvent event) {
        return event.counted().filter(span -> event.isOver(now));
    }

    private Share<EntryId> share(AttendedEvent event) {
        return shares.getOrDefault(EntryId.of(event.event()), new Share<>(Duration.ZERO, List.of()));
    }

    /** @param today the day whose last twelve months count */
    CpdPage compose(Dates dates, LocalDate today) {
        var all = Stream.concat(
                        events.stream().filter(this::hasEntry).map(this::line),
                        record.entries().entrySet().stream()
                                .filter(written -> written.getValue().own() != null && !isOfAnEvent(written.getKey()))
                                .map(written -> line(written.getKey(), written.getValue())))
                .sorted(Comparator.comparing(Line::on)
                        .thenComparing(line ->
                                line.event().map(AttendedEvent::startsAt).orElse(Instant.EPOCH))
                        .thenComparing(Line::id)
                        .reversed())
                .toList();
        var shown = all.stream()
                .filter(line -> dates.include(line.on(), line.until()))
                .toList();
        var variety = history.soFar().variety();
        return new CpdPage(
                shown,
                sum(shown, Dates.ALL),
                sum(all, Dates.lastYear(today)),
                grid(evenings(shown, dates)),
                variety.isEffectiveShown() ? variety.effective() : OptionalDouble.empty());
    }

    /** One id is one line, whatever was kept under it. */
    private boolean isOfAnEvent(EntryId entry) {
        return events.stream().anyMatch(event -> EntryId.of(event.event()).equals(entry));
    }

    /** What was written about an event stays in its writer's hands, whatever becomes of the event. */
    private boolean hasEntry(AttendedEvent event) {
        var written = record.at(EntryId.of(event.event()));
        return written.version() > 0
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
        var suggested = LearningTime.quarters(share(event).time());
        var reason = reason(event);
        var evening = evening(event.event());
        return new Line(
                entry,
                Optional.of(event),
                event.title(),
                event.day(),
                event.lastDay(),
                event.tookPartIn() && event.isOver(now) ? Objects.requireNonNullElse(written.quarters(), suggested) : 0,
                suggested,
                reason,
                earlier(event),
                written,
                evening.map(Evening::people).orElse(List.of()),
                grid(evening.stream().toList()));
    }

    private Reason reason(AttendedEvent event) {
        if (event.calledOff()) {
            return Reason.CALLED_OFF;
        }
        if (!event.isOver(now)) {
            return Reason.NOT_OVER;
        }
        if (event.checkedIn().isEmpty()) {
            return Reason.NOT_CHECKED_IN;
        }
        return counted(event)
                .map(span -> counted(span, share(event).time()))
                .orElse(event.kind() == EventKind.SOCIAL ? Reason.SOCIAL : Reason.SEVERAL_DAYS);
    }

    private static Reason counted(LearningTime.Span span, Duration time) {
        if (span.length().isZero()) {
            return Reason.TOO_LATE;
        }
        if (time.isZero()) {
            return Reason.OVERLAPS_WHOLLY;
        }
        return time.equals(span.length()) ? Reason.CHECKED_IN : Reason.OVERLAPS;
    }

    /** Titles of what some of its time counts with. */
    private List<String> earlier(AttendedEvent event) {
        return share(event).earlier().stream()
                .flatMap(entry -> events.stream()
                        .filter(other -> EntryId.of(other.event()).equals(entry)))
                .map(AttendedEvent::title)
                .toList();
    }

    private static Line line(EntryId id, CpdEntry written) {
        var own = Objects.requireNonNull(written.own());
        return new Line(
                id,
                Optional.empty(),
                own.title(),
                LocalDate.parse(own.on()),
                LocalDate.parse(own.on()),
                Objects.requireNonNullElse(written.quarters(), 0),
                0,
                Reason.OWN,
                List.of(),
                written,
                List.of(),
                NetworkingGrid.EMPTY);
    }

    private Optional<Evening> evening(EventId event) {
        return history.events().stream()
                .filter(evening -> !evening.elsewhere() && evening.event().equals(event))
                .findFirst();
    }

    /** Each person once in a count, at however many of these they were met; what came of them stands with where it began. */
    private NetworkingGrid grid(Collection<Evening> evenings) {
        var events = evenings.stream().map(Evening::event).collect(Collectors.toSet());
        var came = history.outcomes().stream()
                .filter(outcome -> events.contains(outcome.event()))
                .collect(Collectors.partitioningBy(outcome -> outcome.kind() == Kind.KEPT_IN_TOUCH));
        var met =
                evenings.stream().flatMap(evening -> evening.people().stream()).toList();
        var fresh = met.stream().filter(one -> one.before() == NewOrKnown.NEW).map(Met::person);
        var again = met.stream()
                .filter(one -> one.before() == NewOrKnown.KNOWN || isPressed(one.person()))
                .map(Met::person);
        var inTouch = came.getOrDefault(true, List.of()).stream().flatMap(CpdComposition::withWhom);
        return new NetworkingGrid(
                (int) fresh.distinct().count(),
                (int) Stream.concat(again, inTouch).distinct().count(),
                came.getOrDefault(false, List.of()).size());
    }

    /** "We've met again" and "We've kept in touch" have no date: they go with where that person was met. */
    private boolean isPressed(String person) {
        return history.people().stream()
                .filter(known -> known.person().equals(person))
                .anyMatch(known -> known.metAgain() || known.keptInTouch());
    }

    /** Whoever does not stand among the people is one person all the same. */
    private static Stream<String> withWhom(Outcome outcome) {
        return outcome.persons().isEmpty() ? Stream.of(outcome.outcome()) : outcome.persons().stream();
    }

    /** Those of these lines, and what was added from elsewhere. */
    private List<Evening> evenings(List<Line> shown, Dates dates) {
        var own = shown.stream().flatMap(line -> line.event().flatMap(event -> evening(event.event())).stream());
        var elsewhere = history.events().stream()
                .filter(Evening::elsewhere)
                .filter(evening -> evening.facts()
                        .filter(facts -> dates.include(LocalDate.ofInstant(facts.startsAt(), facts.zone())))
                        .isPresent());
        return Stream.concat(own, elsewhere).toList();
    }

    private static int sum(List<Line> lines, Dates dates) {
        return lines.stream()
                .filter(line -> dates.include(line.on(), line.until()))
                .mapToInt(Line::quarters)
                .sum();
    }
}
