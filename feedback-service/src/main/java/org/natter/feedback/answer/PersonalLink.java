package org.natter.feedback.answer;

import org.natter.feedback.invitation.AttendanceId;

/**
 * A personal link whose seal was found to be ours.
 *
 * <p>Says nothing yet of whether its generation still counts.
 */
public record PersonalLink(LinkPurpose purpose, AttendanceId attendance, int generation) {}
