package org.natter.attendee.history;

import java.util.Set;

/**
 * What goes when somebody or a meeting that was added by hand is taken back.
 *
 * @param meetings all the times this person was added to this evening; nothing for what was not added, or not any more
 * @param going all ids of the person, if they were met nowhere else: what was noted of them goes for good; else nothing
 */
public record TakenBack(Set<AcquaintanceId> meetings, Set<AcquaintanceId> going) {

    static final TakenBack NOTHING = new TakenBack(Set.of(), Set.of());

    public TakenBack {
        meetings = Set.copyOf(meetings);
        going = Set.copyOf(going);
    }
}
