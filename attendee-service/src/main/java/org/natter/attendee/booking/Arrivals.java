package org.natter.attendee.booking;

import java.util.Collection;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;

/** Who is here, as the door knows it. */
public interface Arrivals {

    /** Those of them who are here, in one read. */
    Set<AttendanceId> here(Collection<AttendanceId> attendances);

    default boolean isHere(AttendanceId attendance) {
        return !here(Set.of(attendance)).isEmpty();
    }
}
