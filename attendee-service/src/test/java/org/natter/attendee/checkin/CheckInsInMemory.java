package org.natter.attendee.checkin;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Check-ins in memory; passes {@link CheckInsContract} like the stored ones. */
public final class CheckInsInMemory implements CheckIns {

    private final Map<AttendanceId, CheckIn> checkIns = new HashMap<>();
    private Runnable inBetween = () -> {};

    /** Something that happens once, between what was read before the next change and the change. */
    public synchronized void beforeNextChange(Runnable happening) {
        inBetween = happening;
    }

    @Override
    public synchronized Optional<CheckIn> find(AttendanceId attendance) {
        return Optional.ofNullable(checkIns.get(attendance));
    }

    @Override
    public synchronized Map<AttendanceId, CheckIn> find(Collection<AttendanceId> attendances) {
        return attendances.stream()
                .distinct()
                .flatMap(attendance -> find(attendance).stream())
                .collect(Collectors.toMap(CheckIn::attendance, Function.identity()));
    }

    @Override
    public synchronized int here(EventId event) {
        return (int) checkIns.values().stream()
                .filter(checkIn ->
                        checkIn.event().equals(event) && checkIn.here().isPresent())
                .count();
    }

    @Override
    public synchronized CheckIn change(
            AttendanceId attendance, EventId event, Function<CheckIn, List<CheckInDomainEvent>> decision) {
        var happening = inBetween;
        inBetween = () -> {};
        happening.run();
        var after = find(attendance).orElse(CheckIn.notYet(attendance, event));
        var facts = decision.apply(after);
        for (var fact : facts) {
            after = fact.applyTo(after);
        }
        if (!facts.isEmpty()) {
            checkIns.put(attendance, after);
        }
        return after;
    }
}
