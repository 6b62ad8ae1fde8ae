package org.natter.feedback.answer.kafka;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Who;

/** {@code feedback.answered.v1} on the wire. */
record FeedbackAnswered(
        String writer,
        String event,
        Instant at,
        int worthComing,
        int feltWelcome,
        List<Met> met,
        List<OthersMet> others,
        KnownBefore knownBefore,
        Evening.FamiliarFaces familiarFaces,
        Evening.Came came,
        boolean sent) {

    record Somebody(Who.Kind kind, String id) {}

    record IntroducedBy(Introduction.By by, String id) {}

    record Met(
            Somebody who,
            Side.Before before,
            Side.Talk talk,
            Side.Again again,
            IntroducedBy introduced,
            boolean askAgain,
            boolean late) {

        static Met of(Side side) {
            return new Met(
                    new Somebody(side.who().kind(), side.who().id()),
                    side.before(),
                    side.talk(),
                    side.again(),
                    new IntroducedBy(side.introduced().by(), side.introduced().id()),
                    side.askAgain(),
                    side.late());
        }
    }

    record OthersMet(Sector sector, int count) {}

    static FeedbackAnswered of(Answer answer) {
        return new FeedbackAnswered(
                answer.writer().value(),
                answer.event().value(),
                answer.at(),
                answer.overall().worthComing(),
                answer.overall().feltWelcome(),
                answer.met().stream().map(Met::of).toList(),
                answer.others().stream()
                        .map(others -> new OthersMet(others.sector(), others.count()))
                        .toList(),
                answer.knownBefore(),
                answer.evening().familiarFaces(),
                answer.evening().came(),
                answer.sent());
    }
}
