package org.natter.feedback.answer.mongo;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.Introduction;
import org.natter.feedback.answer.KnownBefore;
import org.natter.feedback.answer.Others;
import org.natter.feedback.answer.Overall;
import org.natter.feedback.answer.Sector;
import org.natter.feedback.answer.Side;
import org.natter.feedback.answer.Who;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

record AnswerDocument(
        String writer,
        String event,
        Instant at,
        int worthComing,
        int feltWelcome,
        List<SideDocument> met,
        List<OthersDocument> others,
        KnownBefore knownBefore,
        Evening.FamiliarFaces familiarFaces,
        Evening.Came came,
        List<Integer> steps,
        boolean sent) {

    record OthersDocument(Sector sector, int count) {}

    record SideDocument(
            Who.Kind kind,
            String who,
            Side.Before before,
            Side.Talk talk,
            Side.Again again,
            Introduction.By introducedBy,
            String introducer,
            boolean askAgain,
            boolean late) {

        static SideDocument of(Side side) {
            return new SideDocument(
                    side.who().kind(),
                    side.who().id(),
                    side.before(),
                    side.talk(),
                    side.again(),
                    side.introduced().by(),
                    side.introduced().id(),
                    side.askAgain(),
                    side.late());
        }

        Side toSide() {
            return new Side(
                    new Who(kind, who),
                    before,
                    talk,
                    again,
                    new Introduction(introducedBy, introducer),
                    askAgain,
                    late);
        }
    }

    static AnswerDocument of(Answer answer) {
        return new AnswerDocument(
                answer.writer().value(),
                answer.event().value(),
                answer.at(),
                answer.overall().worthComing(),
                answer.overall().feltWelcome(),
                answer.met().stream().map(SideDocument::of).toList(),
                answer.others().stream()
                        .map(others -> new OthersDocument(others.sector(), others.count()))
                        .toList(),
                answer.knownBefore(),
                answer.evening().familiarFaces(),
                answer.evening().came(),
                answer.steps(),
                answer.sent());
    }

    Answer toAnswer() {
        return new Answer(
                new AttendanceId(writer),
                new EventId(event),
                at,
                new Overall(worthComing, feltWelcome),
                met.stream().map(SideDocument::toSide).toList(),
                others.stream()
                        .map(some -> new Others(some.sector(), some.count()))
                        .toList(),
                knownBefore,
                new Evening(familiarFaces, came),
                steps,
                sent);
    }
}
