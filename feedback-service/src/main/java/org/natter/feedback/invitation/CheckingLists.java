package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * "Only 3 of 22 are checked in. Was the list complete?"
 *
 * <p>Asked for a day from ten on the morning after; without a reply it is taken for a no. Replying twice is replying once,
 * and whoever replies once the question is over changes nothing: everybody has been asked by then.
 */
public final class CheckingLists {

    private final Rooms rooms;
    private final ListReplies replies;
    private final DueEvents dueEvents;

    public CheckingLists(Rooms rooms, ListReplies replies, DueEvents dueEvents) {
        this.rooms = rooms;
        this.replies = replies;
        this.dueEvents = dueEvents;
    }

    /**
     * Keeps what an organiser says while it is asked, and has the event looked at, so that the others are asked at once.
     *
     * @throws UnknownEvent if it was never told, or lies in a region that is not the organiser's
     */
    public void reply(EventId event, boolean complete, Predicate<RegionId> runs, Instant now) {
        var gathering =
                rooms.gathering(event).filter(told -> runs.test(told.region())).orElseThrow(UnknownEvent::new);
        if (rooms.find(event).filter(room -> isOpen(room, gathering, now)).isPresent()) {
            replies.keep(event, complete);
            dueEvents.lookAt(event);
        }
    }

    /** What an organiser said; empty where nobody was asked, or has said. */
    public Optional<Boolean> said(EventId event) {
        return replies.find(event);
    }

    /**
     * Of each of these events whether whoever is not on its list did not come; of one that lies in a region that is not the
     * organiser's, or was never told, nothing.
     */
    public Map<EventId, Boolean> complete(Collection<EventId> events, Predicate<RegionId> runs) {
        var theirs = rooms.count(Set.copyOf(events)).stream()
                .filter(room -> room.gathering()
                        .filter(gathering -> runs.test(gathering.region()))
                        .isPresent())
                .toList();
        var saidToBe =
                replies.saidComplete(theirs.stream().map(HeadCount::event).toList());
        return theirs.stream()
                .collect(Collectors.toUnmodifiableMap(
                        HeadCount::event, room -> room.list().isComplete(saidToBe.contains(room.event()))));
    }

    /** Whether the question is open: few are checked in, nobody has said, and the day is not over. */
    public boolean isOpen(Room room, Gathering gathering, Instant now) {
        return gathering.over()
                && room.list() == ListStanding.FEW
                && now.isBefore(gathering.deadlines().listTakenAsNoAt())
                && replies.find(room.event()).isEmpty();
    }
}
