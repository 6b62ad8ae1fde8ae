package org.natter.attendee.checkin;

import java.util.List;
import java.util.function.Function;
import org.natter.attendee.person.EventId;

/** Who hosts which event, one aggregate an event. */
public interface HostLists {

    /** Nobody as long as nobody was named. */
    EventHosts of(EventId event);

    /** Decides on the event's hosts; one conditional write. */
    EventHosts change(EventId event, Function<EventHosts, List<HostsNamed>> decision);
}
