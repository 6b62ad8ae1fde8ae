package org.natter.feedback.invitation;

import java.util.function.Predicate;
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

    /** @throws UnknownEvent if it was never told, or lies in a region that is not the asker's */
    public Turnout of(EventId event, Predicate<RegionId> runs) {
        return rooms.find(event)
                .flatMap(room -> room.gathering()
                        .filter(gathering -> runs.test(gathering.region()))
                        .map(gathering -> count(room, gathering)))
                .orElseThrow(UnknownEvent::new);
    }

    private Turnout count(Room room, Gathering gathering) {
        var asked = invitations.findAll(room.everybody()).stream()
                .map(Invitation::attendance)
                .collect(Collectors.toSet());
        return new Turnout(
                asked.size(), answers.among(asked).size(), gathering.deadlines().closesAt());
    }
}
