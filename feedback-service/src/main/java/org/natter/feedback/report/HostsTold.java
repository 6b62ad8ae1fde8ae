package org.natter.feedback.report;

import java.util.Set;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/** What we read of a message that says who hosts an event: all of them, as the list now stands. */
public record HostsTold(EventId event, Set<AttendanceId> hosts) {

    public HostsTold {
        hosts = Set.copyOf(hosts);
    }
}
