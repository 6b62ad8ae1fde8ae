package org.natter.attendee.checkin;

import java.util.Set;
import org.natter.attendee.person.AttendanceId;

/** Whom a writer's answer names already, as met or as who introduced them; nobody else learns it. */
@FunctionalInterface
public interface NamedBefore {

    /** People of the list alone, in no order; empty for whoever has named nobody. */
    Set<AttendanceId> by(AttendanceId writer);
}
