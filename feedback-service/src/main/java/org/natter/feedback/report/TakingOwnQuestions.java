package org.natter.feedback.report;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.measure.Gate;
import org.natter.feedback.measure.Ratings;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.OwnQuestion.Kind;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaires;

/**
 * Takes what was answered to the organisers' own questions into the report, by the gates of all others. A question that was
 * withdrawn by then is not reported.
 *
 * <p>What was picked is read from the answers themselves, which have closed by then: no message tells of it.
 */
public final class TakingOwnQuestions {

    private final Questionnaires questionnaires;
    private final Answers answers;

    public TakingOwnQuestions(Questionnaires questionnaires, Answers answers) {
        this.questionnaires = questionnaires;
        this.answers = answers;
    }

    /** What is told of the questions, and of the talks. */
    record Taken(List<EventReport.Own> own, List<EventReport.TalkTold> forSpeakers) {}

    /** Of an event, by the answers of those who count. */
    Taken of(EventId event, Set<AttendanceId> counted) {
        var asked = questionnaires.of(event).asked();
        var said = asked.isEmpty() ? List.<Answer>of() : answers.findAll(counted);
        return new Taken(
                of(
                        asked.stream()
                                .filter(question -> question.kind() != Kind.TALK)
                                .toList(),
                        said),
                asked.stream()
                        .filter(question -> question.kind() == Kind.TALK)
                        .map(talk -> talk(talk, said))
                        .toList());
    }

    /** A mark is told like those of the event itself; nothing of fewer than five. */
    static EventReport.TalkTold talk(OwnQuestion talk, Collection<Answer> answers) {
        var ratings = Ratings.of(answers.stream()
                .flatMap(answer -> answer.pickOf(talk.id()).stream())
                .filter(Pick::isMark)
                .map(Pick::mark)
                .toList());
        return new EventReport.TalkTold(
                talk.id(),
                ratings.people() < Gate.PEOPLE ? null : ratings.people(),
                Told.of(ratings.topTwo(), ratings.people()).orElse(null));
    }

    /** In the order of the questions. Pure. */
    static List<EventReport.Own> of(List<OwnQuestion> asked, Collection<Answer> answers) {
        return asked.stream()
                .map(question -> question.kind() == OwnQuestion.Kind.PICK_ONE
                        ? list(question, answers)
                        : new EventReport.Own(question.id(), question.kind(), question.words(), null, List.of()))
                .toList();
    }

    private static EventReport.Own list(OwnQuestion question, Collection<Answer> answers) {
        var picked = answers.stream()
                .flatMap(answer -> answer.pickOf(question.id()).stream())
                .filter(pick -> pick != Pick.RATHER_NOT_SAY && question.offers(pick))
                .collect(Collectors.groupingBy(
                        pick -> pick, () -> new EnumMap<>(Pick.class), Collectors.summingInt(one -> 1)));
        var people = picked.values().stream().mapToInt(Integer::intValue).sum();
        var lines = InGroups.told(picked, Pick.SOMETHING_ELSE).entrySet().stream()
                .map(told -> new EventReport.Line(told.getKey().among(question.options()), told.getValue()))
                .toList();
        return new EventReport.Own(
                question.id(), question.kind(), question.words(), people < Gate.PEOPLE ? null : people, lines);
    }
}
