package org.natter.attendee.history;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.person.EventId;

/**
 * What needs the memory of earlier events, counted once on the morning the figures of one are settled: bare numbers, no
 * person and no id of one. Each list holds one entry, or none where fewer than five people stand behind it or its rest.
 */
public record FrozenCounts(EventId event, Instant at, List<Familiarity> familiar, List<MetAgain> again) {

    private static final int PEOPLE = 5;

    public FrozenCounts {
        familiar = List.copyOf(familiar);
        again = List.copyOf(again);
    }

    /**
     * Of so many pairs of guests, hosts left out, these knew each other before and so many of those talked; and so many of the
     * others.
     *
     * @param people how many stand behind known pairs that talked
     * @param others how many behind known pairs that did not
     */
    public record Familiarity(long pairs, long known, long knownTalked, long newTalked, int people, int others) {

        boolean mayBeTold() {
            return people >= PEOPLE && others >= PEOPLE;
        }
    }

    /**
     * Of pairs in the room who had talked at an earlier event, so many talked again.
     *
     * @param people how many stand behind those who did
     * @param others how many behind those who did not
     */
    public record MetAgain(long pairs, long talked, int people, int others) {

        boolean mayBeTold() {
            return people >= PEOPLE && others >= PEOPLE;
        }
    }
}
