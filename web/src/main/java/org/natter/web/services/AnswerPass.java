package org.natter.web.services;

/** What a feedback link opens: one attendance's answer about one event, as long as the link's generation stands. */
public record AnswerPass(AttendanceId attendance, EventId event, int generation) {

    /** Whoever holds the link. */
    public Caller caller() {
        return Caller.answer(attendance.value(), event.value(), generation);
    }
}
