package org.natter.feedback.invitation;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the asked and the answered of one event.
 *
 * <p>Counts what stands now; never says who.
 */
public final class CountingTurnout {

    private final Rooms rooms;
    private final Invitations invitations;
    private final AnswersGiven answers;

    public CountingTurnout(Rooms rooms, Invitations invitations, AnswersGiven answers) {
        this.rooms = rooms;
        this.invitations = invitations;
        this.answers = answers;
    }

    /** Empty if the event is unknown or lies in another region than the given one; no region given means any. */
    public Optional<Turnout> of(EventId event, Optional<RegionId> region) {
        return rooms.find(event)
                .filter(room -> room.gathering()
                        .filter(gathering -> region.isEmpty() || region.get().equals(gathering.region()))
                        .isPresent())
                .map(this::count);
    }

    private Turnout count(Room room) {
        var asked = invitations.findAll(room.everybody()).stream()
                .map(Invitation::attendance)
                .collect(Collectors.toSet());
        return new Turnout(asked.size(), answers.among(asked).size());
    }
}
