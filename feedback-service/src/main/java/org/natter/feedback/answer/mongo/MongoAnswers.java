package org.natter.feedback.answer.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.AnswerDomainEvent;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.messaging.AggregateCollection;
import org.natter.messaging.AggregateMapping;
import org.natter.messaging.Announcements;
import org.natter.messaging.Outbox;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

@Component
class MongoAnswers implements Answers, AnswersGiven {

    private static final String COLLECTION = "answer";

    private final AggregateCollection<Answer, AnswerDomainEvent> answers;
    private final MongoOperations mongo;

    MongoAnswers(Outbox outbox, Announcements<AnswerDomainEvent> announcements, MongoOperations mongo) {
        this.answers = outbox.collection(
                AggregateMapping.of(COLLECTION, Answer.class, (before, event) -> event.answer()), announcements);
        this.mongo = mongo;
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
        if (attendances.isEmpty()) {
            return Set.of();
        }
        var those = Query.query(Criteria.where("_id")
                .in(attendances.stream().map(AttendanceId::value).toList()));
        those.fields().include("_id");
        return mongo.find(those, Document.class, COLLECTION).stream()
                .map(row -> new AttendanceId(row.getString("_id")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
