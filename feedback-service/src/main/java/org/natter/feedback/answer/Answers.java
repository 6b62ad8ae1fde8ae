package org.natter.feedback.answer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.invitation.AttendanceId;

/**
 * All answers, by their writer's attendance.
 *
 * <p>State and what is told of it are written together, or not at all.
 */
public interface Answers {

    Optional<Answer> find(AttendanceId writer);

    /** Those that exist, in no particular order. */
    List<Answer> findAll(Collection<AttendanceId> writers);

    /** Applies a decision, beginning with the given answer where there is none yet. */
    Answer change(Answer whenAbsent, Function<Answer, List<AnswerDomainEvent>> decision);
}
