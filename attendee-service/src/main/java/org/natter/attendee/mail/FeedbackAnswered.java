package org.natter.attendee.mail;

import org.natter.attendee.person.AttendanceId;

/** {@code feedback.answered.v1} */
public record FeedbackAnswered(AttendanceId writer) {}
