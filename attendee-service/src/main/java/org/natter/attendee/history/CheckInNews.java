package org.natter.attendee.history;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code attendance.checked-in.v1} or {@code attendance.check-in-undone.v1} */
public record CheckInNews(AttendanceId attendance, EventId event) {}
