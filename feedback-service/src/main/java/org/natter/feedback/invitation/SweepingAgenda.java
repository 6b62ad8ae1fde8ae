package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the events whose moment has come and does what is due for them.
 *
 * <p>Two instances at once and a crash half-way are harmless: every duty is repeatable and a claim runs out by itself.
 */
public final class SweepingAgenda {

    private final Agenda agenda;
    private final Rooms rooms;
    private final List<Duty> duties;

    public SweepingAgenda(Agenda agenda, Rooms rooms, List<Duty> duties) {
        this.agenda = agenda;
        this.rooms = rooms;
        this.duties = List.copyOf(duties);
    }

    public void sweep(Instant now) {
        for (var event : agenda.due(now)) {
            agenda.claim(event, now).ifPresent(claim -> agenda.finish(claim, perform(event, now)));
        }
    }

    private Optional<Instant> perform(EventId event, Instant now) {
        var room = rooms.find(event);
        var gathering = room.flatMap(Room::gathering).filter(Gathering::isOver);
        return gathering.isEmpty()
                ? Optional.empty()
                : duties.stream()
                        .flatMap(duty -> duty.perform(room.get(), gathering.get(), now).stream())
                        .min(Comparator.naturalOrder());
    }
}
