package org.natter.feedback.answer.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.GivingAnswers;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Side;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * The whole answer, for its writer; 0 and NOT_SAID where nothing was said, and never saved if nothing was said at all.
 *
 * @param leftWords whether a word for the organisers is kept, apart from the answer
 */
record AnswerResponse(
        AttendanceId attendance,
        EventId event,
        int worthComing,
        int feltWelcome,
        List<Side> met,
        List<Others> others,
        KnownBefore knownBefore,
        Evening.FamiliarFaces familiarFaces,
        Evening.Came came,
        List<Integer> stepsDone,
        boolean sent,
        boolean leftWords,
        @Nullable Instant savedAt,
        Instant closesAt) {

    static AnswerResponse of(GivingAnswers.OpenAnswer open) {
        var answer = open.answer();
        return new AnswerResponse(
                answer.writer(),
                answer.event(),
                answer.overall().worthComing(),
                answer.overall().feltWelcome(),
                answer.met(),
                answer.others(),
                answer.knownBefore(),
                answer.evening().familiarFaces(),
                answer.evening().came(),
                answer.steps(),
                answer.sent(),
                open.leftWords(),
                answer.steps().isEmpty() ? null : answer.at(),
                open.closesAt());
    }
}
