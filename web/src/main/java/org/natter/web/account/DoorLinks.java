package org.natter.web.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.natter.web.services.EventId;
import org.natter.web.services.RegionId;

/** The door links, one for an event at most. */
public interface DoorLinks {

    /** The event's last link, on or off. */
    Optional<DoorLink> of(EventId event);

    /** The links of all events whose day is not over at this moment, on or off, in no particular order. */
    List<DoorLink> after(Instant now);

    /**
     * Gives the event its link, in the place of the former one.
     *
     * @param former the id of the former one, empty for the first; false if it is another by now
     */
    boolean put(DoorLink link, String former);

    /** Switches the event's link off, if it is the one of this id. */
    void switchOff(EventId event, String id);

    /** Has the event's link work on another day, in another region; one whose day is over stays over. */
    void move(EventId event, RegionId region, DoorDay day, Instant now);
}
