package org.natter.feedback.measure;

import org.natter.feedback.answer.Sector;
import org.natter.feedback.invitation.AttendanceId;

/**
 * Somebody who was there.
 *
 * <p>The sector is the one of that event, {@code NOT_SAID} where it is not known.
 */
public record Guest(AttendanceId attendance, Sector sector, boolean newcomer) {}
