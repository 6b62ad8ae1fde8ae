package org.natter.web.services;

import static org.natter.web.services.Asking.flag;
import static org.natter.web.services.Asking.instant;
import static org.natter.web.services.Asking.list;
import static org.natter.web.services.Asking.number;
import static org.natter.web.services.Asking.text;
import static org.natter.web.services.Asking.word;

import java.util.stream.Collectors;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Answers.Link;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.Answers.Opening;
import org.natter.web.attendee.Answers.Purpose;
import org.natter.web.attendee.AttendanceId;
import org.natter.web.attendee.EventId;
import tools.jackson.databind.JsonNode;

/** How feedback-service tells links and answers; what it leaves out is not said. */
final class AnswerJson {

    private AnswerJson() {}

    static Link link(JsonNode found) {
        return new Link(
                new AnswerPass(
                        new AttendanceId(text(found, "attendance")),
                        new EventId(text(found, "event")),
                        number(found, "generation")),
                "FOLLOW_UP".equals(text(found, "kind")) ? Purpose.FOLLOW_UP : Purpose.FEEDBACK,
                Opening.valueOf(text(found, "state")),
                instant(found, "closesAt"),
                flag(found, "answered"));
    }

    static Answer answer(JsonNode told) {
        return new Answer(
                number(told, "worthComing"),
                number(told, "feltWelcome"),
                list(told.path("met")).stream().map(AnswerJson::met).toList(),
                list(told.path("others")).stream()
                        .mapToInt(others -> number(others, "count"))
                        .sum(),
                word(told, "knownBefore"),
                word(told, "familiarFaces"),
                word(told, "came"),
                list(told.path("stepsDone")).stream()
                        .map(step -> step.asInt(0))
                        .collect(Collectors.toUnmodifiableSet()),
                flag(told, "sent"),
                instant(told, "closesAt"));
    }

    private static Met met(JsonNode side) {
        var introduced = side.path("introduced");
        return new Met(
                Asking.who(side.path("who")),
                text(side, "before"),
                word(side, "talk"),
                word(side, "again"),
                word(introduced, "by"),
                text(introduced, "id"),
                side.path("askAgain").asBoolean(true));
    }
}
