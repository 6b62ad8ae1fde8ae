package org.natter.attendee.history;

import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.Sector;

/** {@code attendance.booked.v1}, {@code attendance.waitlisted.v1} or {@code attendance.offered.v1} */
public record SeatNews(AttendanceId attendance, EventId event, Sector sector, boolean newcomer) {}
