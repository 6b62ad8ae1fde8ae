package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/**
 * Who hosts one event, in the order of ids: they talk with everybody, so figures about who mixed leave them out. Naming the
 * same people twice is once.
 */
public record EventHosts(EventId event, List<AttendanceId> hosts) {

    /** The longest list there is. */
    public static final int MOST = 50;

    private static final int FEW = 2;
    private static final int ROOM_TO_HOSTS = 5;

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

    /**
     * Those of them who came and are left out of what is counted; nobody where more than a fifth of the room are named, and
     * more than two: what is told would be of a group that somebody composed.
     */
    public Set<AttendanceId> leftOutOf(Set<AttendanceId> room) {
        var here = hosts.stream().filter(room::contains).collect(Collectors.toSet());
        return here.size() > Math.max(FEW, room.size() / ROOM_TO_HOSTS) ? Set.of() : here;
    }

    public boolean includes(AttendanceId attendance) {
        return hosts.contains(attendance);
    }
}
