package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.List;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** An organiser said who hosts an event: all of them, as the list now stands. */
public record HostsNamed(EventId event, List<AttendanceId> hosts, Instant at) {

    public HostsNamed {
        hosts = List.copyOf(hosts);
    }
}
