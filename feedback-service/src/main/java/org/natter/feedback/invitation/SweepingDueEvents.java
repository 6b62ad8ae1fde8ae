package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due for an event whose moment has come.
 *
 * <p>Two instances at once and a crash half-way are harmless: every duty is repeatable.
 */
public final class SweepingDueEvents {

    private final DueEvents dueEvents;
    private final Rooms rooms;
    private final List<Duty> duties;

    public SweepingDueEvents(DueEvents dueEvents, Rooms rooms, List<Duty> duties) {
        this.dueEvents = dueEvents;
        this.rooms = rooms;
        this.duties = List.copyOf(duties);
    }

    public void sweepOne(EventId event, Instant now) {
        dueEvents.attend(event, now, () -> perform(event, now));
    }

    private Optional<Instant> perform(EventId event, Instant now) {
        return rooms.find(event)
                .flatMap(room -> room.gathering()
                        .filter(Gathering::over)
                        .flatMap(gathering -> duties.stream()
                                .flatMap(duty -> duty.perform(room, gathering, now).stream())
                                .min(Comparator.naturalOrder())));
    }
}
