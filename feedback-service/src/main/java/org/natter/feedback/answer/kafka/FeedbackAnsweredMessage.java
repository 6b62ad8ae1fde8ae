package org.natter.feedback.answer.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.answer.AnswerDomainEvent;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/** The body of {@code feedback.answered.v1}. */
record FeedbackAnsweredMessage(
        AttendanceId writer,
        EventId event,
        Instant at,
        int worthComing,
        int feltWelcome,
        List<Met> met,
        List<Others> others,
        KnownBefore knownBefore,
        Evening.FamiliarFaces familiarFaces,
        Evening.Came came,
        boolean sent,
        boolean saysWhom) {

    static final String TYPE = "feedback.answered.v1";

    /** A side as told; none is {@code late} yet, since the form cannot be written once it has closed. */
    record Met(
            Who who,
            Side.Before before,
            Side.Talk talk,
            Side.Again again,
            Introduction introduced,
            boolean askAgain,
            boolean late) {

        static Met of(Side side) {
            return new Met(
                    side.who(), side.before(), side.talk(), side.again(), side.introduced(), side.askAgain(), false);
        }
    }

    static FeedbackAnsweredMessage of(AnswerDomainEvent told) {
        var answer = told.answer();
        return new FeedbackAnsweredMessage(
                answer.writer(),
                answer.event(),
                answer.at(),
                answer.overall().worthComing(),
                answer.overall().feltWelcome(),
                answer.met().stream().map(Met::of).toList(),
                answer.others(),
                answer.knownBefore(),
                answer.evening().familiarFaces(),
                answer.evening().came(),
                answer.sent(),
                answer.saysWhom());
    }
}
