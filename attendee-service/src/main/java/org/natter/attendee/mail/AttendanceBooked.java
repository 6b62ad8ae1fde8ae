package org.natter.attendee.mail;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code attendance.booked.v1}; {@code at} stays the same however often one booking is told again. */
public record AttendanceBooked(AttendanceId attendance, EventId event, Instant at, boolean walkIn) {}
