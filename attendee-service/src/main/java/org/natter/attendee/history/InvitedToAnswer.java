package org.natter.attendee.history;

import java.time.Instant;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code feedback.invitation-due.v1}: somebody may say how an event was, until the form closes. */
public record InvitedToAnswer(AttendanceId attendance, EventId event, int generation, Instant validUntil) {}
