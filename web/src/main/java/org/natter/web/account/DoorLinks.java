package org.natter.web.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.natter.web.account.Doors.Lent;
import org.natter.web.services.EventId;

/** The door links, one for an event at most. */
public interface DoorLinks {

    /** The event's last link, on or off. */
    Optional<DoorLink> of(EventId event);

    /** The links of all events whose day is not over at this moment, on or off, in no particular order. */
    List<DoorLink> after(Instant now);

    /**
     * Gives the event its link, in the place of the former one; false if that is another by now, or follows a later version of
     * the event.
     *
     * @param former the id of the former one, empty for the first
     */
    boolean put(DoorLink link, String former);

    /** Switches the event's link off, if it is the one of this id. */
    void switchOff(EventId event, String id);

    /** Switches the event's link off, whichever it is. */
    void switchOff(EventId event);

    /**
     * Has the event's link work on another day, in another region. One whose day is over stays over, and one that follows a later
     * version of the event goes on following that.
     */
    void move(Lent door, Instant now);
}
