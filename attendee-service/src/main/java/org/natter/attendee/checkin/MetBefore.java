package org.natter.attendee.checkin;

import java.util.Set;
import org.natter.attendee.person.AttendanceId;

/** Whom a writer has met at earlier events, by the writer's own history only; fills in "knew a bit" on the list. */
public interface MetBefore {

    /** Those of the others whom the writer recorded before. */
    Set<AttendanceId> metBefore(AttendanceId writer, Set<AttendanceId> others);
}
