package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckInUndone;
import org.natter.attendee.checkin.CheckInDomainEvent.CheckedIn;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * Whether one attendance is here: at most one live check-in, the earliest press wins, an undo keeps both facts.
 *
 * @param since the press that counts; empty if not here, else exactly one
 * @param seen presses that counted once, undone ones too, oldest first; a late copy of one changes nothing
 * @param undone when check-ins were taken back, oldest first
 */
public record CheckIn(
        AttendanceId attendance, EventId event, List<Arrival> since, List<Arrival> seen, List<Instant> undone) {

    private static final int REMEMBERED = 100;

    public CheckIn {
        since = List.copyOf(since);
        seen = List.copyOf(seen);
        undone = List.copyOf(undone);
    }

    public static CheckIn notYet(AttendanceId attendance, EventId event) {
        return new CheckIn(attendance, event, List.of(), List.of(), List.of());
    }

    /** A press counts unless it did before, or somebody pressed earlier. */
    public List<CheckInDomainEvent> arrive(Arrival arrival, boolean reachable) {
        var earlierOne =
                here().filter(first -> !arrival.at().isBefore(first.at())).isPresent();
        return hasCounted(arrival.id()) || earlierOne
                ? List.of()
                : List.of(new CheckedIn(attendance, event, arrival, reachable));
    }

    /** Takes a live check-in back; twice is once. */
    public List<CheckInDomainEvent> undo(Instant at) {
        return since.isEmpty() ? List.of() : List.of(new CheckInUndone(attendance, event, at));
    }

    /** Takes back what this very press brought about, and nothing else. */
    public List<CheckInDomainEvent> takeBack(Arrival arrival) {
        return isBy(arrival.id()) ? undo(arrival.at()) : List.of();
    }

    /** The press that counts; empty if not here. */
    public Optional<Arrival> here() {
        return since.stream().findFirst();
    }

    /** Whether this very press counted once, and nobody is here any more. */
    boolean isTakenBack(CheckInId press) {
        return since.isEmpty() && hasCounted(press);
    }

    private boolean hasCounted(CheckInId press) {
        return seen.stream().anyMatch(counted -> counted.id().equals(press));
    }

    /** Whether this very press is the one that counts. */
    public boolean isBy(CheckInId press) {
        return here().filter(first -> first.id().equals(press)).isPresent();
    }

    CheckIn with(Arrival arrival) {
        var presses = new ArrayList<Arrival>(seen);
        presses.add(arrival);
        return new CheckIn(attendance, event, List.of(arrival), newest(presses), undone);
    }

    CheckIn undone(Instant at) {
        var times = new ArrayList<Instant>(undone);
        times.add(at);
        return new CheckIn(attendance, event, List.of(), seen, newest(times));
    }

    private static <T> List<T> newest(List<T> all) {
        return all.size() <= REMEMBERED ? all : all.subList(all.size() - REMEMBERED, all.size());
    }
}
