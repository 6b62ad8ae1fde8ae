package org.natter.feedback.answer.web;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.GivingAnswers;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Who;

/** The whole answer, for its writer; 0 and NOT_SAID where nothing was said. */
record AnswerResponse(
        String attendance,
        String event,
        int worthComing,
        int feltWelcome,
        List<Met> met,
        List<SomeOthers> others,
        KnownBefore knownBefore,
        Evening.FamiliarFaces familiarFaces,
        Evening.Came came,
        List<Integer> stepsDone,
        boolean sent,
        Instant closesAt) {

    record Somebody(Who.Kind kind, String id) {}

    record Introducer(Introduction.By by, String id) {}

    record Met(
            Somebody who,
            Side.Before before,
            Side.Talk talk,
            Side.Again again,
            Introducer introduced,
            boolean askAgain) {

        static Met of(Side side) {
            return new Met(
                    new Somebody(side.who().kind(), side.who().id()),
                    side.before(),
                    side.talk(),
                    side.again(),
                    new Introducer(side.introduced().by(), side.introduced().id()),
                    side.askAgain());
        }
    }

    record SomeOthers(Sector sector, int count) {}

    static AnswerResponse of(GivingAnswers.OpenAnswer open) {
        var answer = open.answer();
        return new AnswerResponse(
                answer.writer().value(),
                answer.event().value(),
                answer.overall().worthComing(),
                answer.overall().feltWelcome(),
                answer.met().stream().map(Met::of).toList(),
                answer.others().stream()
                        .map(others -> new SomeOthers(others.sector(), others.count()))
                        .toList(),
                answer.knownBefore(),
                answer.evening().familiarFaces(),
                answer.evening().came(),
                answer.steps(),
                answer.sent(),
                open.closesAt());
    }
}
