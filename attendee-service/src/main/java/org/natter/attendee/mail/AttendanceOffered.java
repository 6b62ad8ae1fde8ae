package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code attendance.offered.v1}; {@code at} stays the same however often one offer is told again. */
public record AttendanceOffered(AttendanceId attendance, EventId event, Instant at, Instant until) {}
