package org.natter.attendee.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.attendee.booking.Arrivals;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Check-ins, as booking asks for them. */
public record ArrivalsAtTheDoor(CheckIns checkIns) implements Arrivals {

    @Override
    public Set<AttendanceId> here(Collection<AttendanceId> attendances) {
        return checkIns.find(attendances).entrySet().stream()
                .filter(found -> found.getValue().here().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void leave(AttendanceId attendance, EventId event, Instant at) {
        checkIns.change(attendance, event, checkIn -> checkIn.undo(at));
    }
}
