package org.natter.feedback.invitation;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that falls due for the people of an event that is over.
 *
 * <p>Doing it twice, at once or half and then whole has the effect of doing it once.
 */
public interface Duty {

    /** Does all that is due by now and not yet past its time; says when to come again, empty if never. */
    Optional<Instant> perform(Room room, Gathering gathering, Instant now);
}
