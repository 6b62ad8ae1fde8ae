package org.natter.attendee.booking.kafka;

import java.time.Instant;
import org.natter.attendee.person.Sector;

/** Wire record: this attendance waits for a place since {@code at}. */
record AttendanceWaitlisted(
        String attendance, String event, Instant at, Sector sector, boolean newcomer, boolean listed) {

    static final String TYPE = "attendance.waitlisted.v1";
}
