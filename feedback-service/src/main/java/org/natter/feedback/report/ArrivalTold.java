package org.natter.feedback.report;

import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * What we read of a message from the door: whose it is and at which event.
 *
 * <p>The message's type says whether they are here.
 */
public record ArrivalTold(AttendanceId attendance, EventId event) {}
