package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code attendance.waitlisted.v1}; {@code at} stays the same however often one place in line is told again. */
public record AttendanceWaitlisted(AttendanceId attendance, EventId event, Instant at) {}
