package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.natter.attendee.booking.Seat;
import org.natter.attendee.booking.SeatLedgers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownEvent;

/** An organiser names those who host an event, before it or after it; the newest list holds. */
public final class NamingHosts {

    private final SeatLedgers ledgers;
    private final HostLists hosts;

    public NamingHosts(SeatLedgers ledgers, HostLists hosts) {
        this.ledgers = ledgers;
        this.hosts = hosts;
    }

    /**
     * @throws UnknownEvent if booking never opened for this event
     * @throws UnknownAttendance if one of them is not on its list
     */
    public void name(EventId event, Collection<AttendanceId> chosen, Instant at) {
        var ledger = ledgers.find(event).orElseThrow(() -> UnknownEvent.withId(event));
        var listed = ledger.seats().stream().map(Seat::attendance).collect(Collectors.toSet());
        chosen.stream().filter(one -> !listed.contains(one)).findFirst().ifPresent(stranger -> {
            throw UnknownAttendance.withId(stranger);
        });
        hosts.change(event, now -> now.name(chosen, at));
    }
}
