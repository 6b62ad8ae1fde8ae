package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * Who hosts one event, in the order of ids: they talk with everybody, so figures about who mixed leave them out. Naming the
 * same people twice is once.
 */
public record EventHosts(EventId event, List<AttendanceId> hosts) {

    /** The longest list there is. */
    public static final int MOST = 50;

    public EventHosts {
        hosts = List.copyOf(hosts);
    }

    /** Before anybody was named. */
    public static EventHosts nobody(EventId event) {
        return new EventHosts(event, List.of());
    }

    /** These host, and nobody else. */
    public List<HostsNamed> name(Collection<AttendanceId> chosen, Instant at) {
        var wanted = chosen.stream().distinct().sorted().toList();
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("An event has " + MOST + " hosts at most");
        }
        return wanted.equals(hosts) ? List.of() : List.of(new HostsNamed(event, wanted, at));
    }

    public boolean includes(AttendanceId attendance) {
        return hosts.contains(attendance);
    }
}
