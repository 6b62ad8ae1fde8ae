package org.natter.web.attendee;

/** What a feedback link opens: one attendance's answer about one event, as long as the link's generation stands. */
public record AnswerPass(AttendanceId attendance, EventId event, int generation) {}
