package org.natter.feedback.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.natter.feedback.invitation.AnswersGiven;
import org.natter.feedback.invitation.AttendanceId;

/** Answers that forget, and all that was told of them, in order. */
public final class AnswersInMemory implements Answers, AnswersGiven {

    private final Map<AttendanceId, Answer> answers = new HashMap<>();
    private final List<AnswerDomainEvent> told = new ArrayList<>();

    public List<AnswerDomainEvent> told() {
        return List.copyOf(told);
    }

    @Override
    public Optional<Answer> find(AttendanceId writer) {
        return Optional.ofNullable(answers.get(writer));
    }

    @Override
    public List<Answer> findAll(Collection<AttendanceId> writers) {
        return writers.stream().filter(answers::containsKey).map(answers::get).toList();
    }

    @Override
    public Answer change(Answer whenAbsent, Function<Answer, List<AnswerDomainEvent>> decision) {
        var before = answers.getOrDefault(whenAbsent.writer(), whenAbsent);
        var events = decision.apply(before);
        if (events.isEmpty()) {
            return before;
        }
        var after = events.get(events.size() - 1).answer();
        answers.put(whenAbsent.writer(), after);
        told.addAll(events);
        return after;
    }

    @Override
    public Set<AttendanceId> among(Collection<AttendanceId> attendances) {
        return findAll(attendances).stream().map(Answer::writer).collect(Collectors.toSet());
    }
}
