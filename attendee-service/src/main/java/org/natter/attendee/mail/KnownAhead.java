package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.PersonId;

/** How many people of an event somebody will know again, of those who let it be seen; never who. */
@FunctionalInterface
public interface KnownAhead {

    /** Three at most; none as long as the event is further off than two days. */
    int howMany(PersonId owner, EventId event, Instant now);
}
