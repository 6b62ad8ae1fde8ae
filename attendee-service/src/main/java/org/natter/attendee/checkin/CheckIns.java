package org.natter.attendee.checkin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** All check-ins, one aggregate per attendance. */
public interface CheckIns {

    Optional<CheckIn> find(AttendanceId attendance);

    /** Check-ins of several attendances in one read by id; those nobody ever pressed for are left out. */
    Map<AttendanceId, CheckIn> find(Collection<AttendanceId> attendances);

    /** How many attendances of the event are here. */
    int here(EventId event);

    /** Decides on the attendance's check-in, a new one if there is none; one conditional write. */
    CheckIn change(AttendanceId attendance, EventId event, Function<CheckIn, List<CheckInDomainEvent>> decision);
}
