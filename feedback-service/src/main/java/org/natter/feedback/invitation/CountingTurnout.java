package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts the asked and the answered of one event.
 *
 * <p>Never says who, also not to whoever checks somebody in or undoes it meanwhile and looks again: what somebody was asked at
 * first decides, and that no longer changes.
 */
public final class CountingTurnout {

    private final Rooms rooms;
    private final Invitations invitations;
    private final AnswersGiven answers;
    private final CheckingLists lists;

    public CountingTurnout(Rooms rooms, Invitations invitations, AnswersGiven answers, CheckingLists lists) {
        this.rooms = rooms;
        this.invitations = invitations;
        this.answers = answers;
        this.lists = lists;
    }

    /**
     * Those asked how it was: who was known to have come when they were asked, and who has answered all the same; where the list
     * of those who came is not complete, all who were asked.
     *
     * @throws UnknownEvent if it was never told, or lies in a region that is not the asker's
     */
    public Turnout of(EventId event, Predicate<RegionId> runs, Instant now) {
        return rooms.find(event)
                .flatMap(room -> room.gathering()
                        .filter(gathering -> runs.test(gathering.region()))
                        .map(gathering -> count(room, gathering, now)))
                .orElseThrow(UnknownEvent::new);
    }

    private Turnout count(Room room, Gathering gathering, Instant now) {
        var invited = invitations.findAll(room.everybody());
        var asked = invited.stream().map(Invitation::attendance).collect(Collectors.toSet());
        var answered = answers.among(asked);
        if (lists.isComplete(room)) {
            invited.stream()
                    .filter(invitation -> invitation.kind() != InvitationKind.HOW_WAS_IT)
                    .map(Invitation::attendance)
                    .filter(attendance -> !answered.contains(attendance))
                    .forEach(asked::remove);
        }
        var deadlines = gathering.deadlines();
        return new Turnout(
                asked.size(),
                answered.size(),
                deadlines.closesAt(),
                lists.isOpen(room, gathering, now)
                        ? new Turnout.ListQuestion(room.came().size(), room.expected(), deadlines.listTakenAsNoAt())
                        : null);
    }
}
