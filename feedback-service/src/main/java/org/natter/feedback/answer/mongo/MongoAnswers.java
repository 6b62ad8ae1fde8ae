package org.natter.feedback.answer.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.AnswerDomainEvent;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.stereotype.Component;

@Component
class MongoAnswers implements Answers, AnswersGiven {

    private final AggregateCollection<Answer, AnswerDomainEvent> answers;

    MongoAnswers(Outbox outbox, Announcements<AnswerDomainEvent> announcements) {
        this.answers = outbox.collection(
                AggregateMapping.of("answer", Answer.class, (before, event) -> event.answer()), announcements);
    }

    @Override
    public Optional<Answer> find(AttendanceId writer) {
        return answers.find(writer.value());
    }

    @Override
    public List<Answer> findAll(Collection<AttendanceId> writers) {
        return answers.findAll(writers.stream().map(AttendanceId::value).toList());
    }

    @Override
    public Answer change(Answer whenAbsent, Function<Answer, List<AnswerDomainEvent>> decision) {
        return answers.changeOrCreate(whenAbsent.writer().value(), () -> whenAbsent, decision);
    }

    @Override
    public Set<AttendanceId> among(Collection<AttendanceId> attendances) {
        return findAll(attendances).stream().map(Answer::writer).collect(Collectors.toUnmodifiableSet());
    }
}
