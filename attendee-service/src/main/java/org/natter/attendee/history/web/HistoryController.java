package org.natter.attendee.history.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.attendee.history.History;
import org.natter.attendee.history.ReadingHistory;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.UnknownAttendance;
import org.natter.attendee.person.UnknownPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's own networking history. There is no route to anybody else's, for whatever role. */
@RestController
class HistoryController {

    private final ReadingHistory histories;
    private final HistoryWords words;

    HistoryController(ReadingHistory histories, HistoryWords words) {
        this.histories = histories;
        this.words = words;
    }

    /** @param answerKnown whether the answer asked for is in the sentences, or one is at all; messages take a moment */
    record EveningInWords(boolean answerKnown, List<String> sentences) {}

    @Operation(summary = "The caller's own networking history")
    @GetMapping("/me/history")
    @Refuses(UnknownPerson.class)
    HistoryView history(Caller caller) {
        return histories
                .of(new PersonId(caller.subject()), words.erased())
                .map(history -> HistoryView.of(history, words))
                .orElseThrow(() -> UnknownPerson.withId(caller.subject()));
    }

    /**
     * What one event was in figures, for whoever has just answered about it.
     *
     * @param sent when the answer was last saved, as feedback-service says; any answer if left out
     */
    @Operation(summary = "What there is to say about one event, for whoever has just answered")
    @GetMapping("/attendances/{attendance}/evening")
    @Refuses(UnknownAttendance.class)
    EveningInWords evening(
            @PathVariable AttendanceId attendance,
            @RequestParam(required = false) @Nullable Instant sent,
            Caller caller) {
        if (!attendance.value().equals(caller.subject())) {
            throw UnknownAttendance.withId(attendance);
        }
        var evening = histories.evening(attendance);
        return new EveningInWords(
                evening.flatMap(History.Evening::answeredAt)
                        .filter(known -> sent == null || !known.isBefore(sent.truncatedTo(ChronoUnit.MILLIS)))
                        .isPresent(), // the store keeps milliseconds
                evening.flatMap(History.Evening::measures).map(words::evening).orElse(List.of()));
    }
}
