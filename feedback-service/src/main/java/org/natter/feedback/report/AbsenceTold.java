package org.natter.feedback.report;

import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * What we read of a message that somebody has no place any more.
 *
 * <p>The reason is their own, or not said.
 */
public record AbsenceTold(AttendanceId attendance, EventId event, AbsenceReason reason) {}
