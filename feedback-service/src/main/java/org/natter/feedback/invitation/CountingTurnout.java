package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Counts the asked and the answered of one event.
 *
 * <p>Never says who, also not to whoever checks somebody in or undoes it meanwhile and looks again, or leaves one person
 * unchecked from the start: what somebody was asked at first decides whether they are counted, and that no longer changes,
 * not by an answer either.
 */
public final class CountingTurnout {

    private final Rooms rooms;
    private final WhoCounts counted;
    private final AnswersGiven answers;
    private final CheckingLists lists;

    public CountingTurnout(Rooms rooms, WhoCounts counted, AnswersGiven answers, CheckingLists lists) {
        this.rooms = rooms;
        this.counted = counted;
        this.answers = answers;
        this.lists = lists;
    }

    /**
     * Those asked how it was, who were known to have come when they were asked; where the list of those who came is not
     * complete, all who were asked.
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
        var asked = counted.asked(room);
        var answered = answers.among(asked);
        var deadlines = gathering.deadlines();
        return new Turnout(
                asked.size(),
                answered.size(),
                deadlines.closesAt(),
                lists.isOpen(room, gathering, now)
                        ? new Turnout.ListQuestion(room.came().size(), room.expected(), deadlines.listTakenAsNoAt())
                        : null,
                lists.said(room.event()).orElse(null));
    }
}
