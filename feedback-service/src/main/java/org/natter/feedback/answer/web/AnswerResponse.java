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
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;

/**
 * The whole answer, for its writer; 0 and NOT_SAID where nothing was said, and never saved if nothing was said at all.
 *
 * @param leftWords whether a word for the organisers is kept, apart from the answer
 * @param own what the organisers ask besides, in their order, with what was said to it
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
        Instant closesAt,
        List<OwnAsked> own) {

    /**
     * One of the organisers' own questions.
     *
     * @param pick what was picked of its list; absent where nothing was, or where it is no list
     * @param leftWords whether a few words to it are kept, apart from the answer
     */
    record OwnAsked(
            QuestionId question,
            OwnQuestion.Kind kind,
            String words,
            List<String> options,
            @Nullable Pick pick,
            boolean leftWords) {}

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
                open.closesAt(),
                open.asked().stream().map(asked -> own(asked, open)).toList());
    }

    private static OwnAsked own(OwnQuestion asked, GivingAnswers.OpenAnswer open) {
        return new OwnAsked(
                asked.id(),
                asked.kind(),
                asked.words(),
                asked.options(),
                open.answer().pickOf(asked.id()).orElse(null),
                open.writtenTo().contains(asked.id()));
    }
}
