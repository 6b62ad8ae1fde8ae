package org.natter.feedback.report;

import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * What we read of a message that gives somebody a place, or a place in the line.
 *
 * <p>Sector and newcomer are what they said for this event.
 */
public record GuestTold(AttendanceId attendance, EventId event, Sector sector, boolean newcomer) {}
