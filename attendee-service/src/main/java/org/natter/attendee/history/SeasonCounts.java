package org.natter.attendee.history;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.person.RegionId;

/**
 * What of a region's calendar year only somebody can count who knows that attendances of two events are one person: bare
 * numbers, no person and no id of one. Each list holds one entry, or none where fewer than five people stand behind it or its
 * rest.
 */
public record SeasonCounts(RegionId region, int year, Instant at, List<Returned> returned, List<Behind> behind) {

    private static final int PEOPLE = 5;

    public SeasonCounts {
        returned = List.copyOf(returned);
        behind = List.copyOf(behind);
    }

    /** Of so many people who came for the first time, and whose following year is over, so many came again within it. */
    public record Returned(int due, int back) {

        boolean mayBeTold() {
            return back >= PEOPLE && due - back >= PEOPLE;
        }
    }

    /**
     * How many people told of the good things that came of the year's talks.
     *
     * @param apart whether five of them told of something that began as a chat, and five of something else
     */
    public record Behind(int people, boolean apart) {

        static Behind of(int people, int chats, int rest) {
            return new Behind(people, chats >= PEOPLE && rest >= PEOPLE);
        }

        boolean mayBeTold() {
            return people >= PEOPLE;
        }
    }
}
