package org.natter.attendee.checkin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.person.AttendanceId;

/**
 * One answer at the door. Prints its result only.
 *
 * @param attendance absent for a code nobody has, and for another event's
 * @param at since when this person is here; absent if not
 * @param helper who pressed first; absent if not here
 * @param here how many of this event are checked in now
 * @param room whether this person may have a place within the limit; of nobody, whether one is free
 */
public record DoorAnswer(
        DoorResult result,
        @Nullable AttendanceId attendance,
        @Nullable String name,
        @Nullable Instant at,
        @Nullable String helper,
        boolean newcomer,
        int here,
        boolean room) {

    @Override
    public String toString() {
        return "DoorAnswer[" + result + "]";
    }
}
