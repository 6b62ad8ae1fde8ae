package org.natter.attendee.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** Who is here, as the door knows it. */
public interface Arrivals {

    /** Those of them who are here, in one read. */
    Set<AttendanceId> here(Collection<AttendanceId> attendances);

    /** Whoever has no place any more is not here: a press in the same moment is taken back. Nothing if they are not. */
    void leave(AttendanceId attendance, EventId event, Instant at);

    default boolean isHere(AttendanceId attendance) {
        return !here(Set.of(attendance)).isEmpty();
    }
}
