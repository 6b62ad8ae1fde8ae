package org.natter.attendee.person;

import java.util.Comparator;
import java.util.Set;
import org.natter.attendee.person.StrayPeople.Stray;

/**
 * Removes what broken-off wishes left of people. A row goes once it stood alone, and the same, at two looks one after the
 * other: no wish takes that long, so none that is under way is touched.
 */
public final class SweepingStrays {

    private final StrayPeople people;
    private Set<Stray> seen = Set.of();

    public SweepingStrays(StrayPeople people) {
        this.people = people;
    }

    /** One look; the next is to come a good while later. */
    public synchronized void sweep() {
        var now = people.look();
        now.stream()
                .filter(seen::contains)
                .sorted(Comparator.comparing(Stray::kind))
                .forEach(people::remove);
        seen = Set.copyOf(now);
    }
}
