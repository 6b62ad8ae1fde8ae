package org.natter.feedback.invitation;

/**
 * What we read of any message about an attendance: whose it is and at which event.
 *
 * <p>The message's type says what happened to it.
 */
public record AttendanceNews(AttendanceId attendance, EventId event) {}
