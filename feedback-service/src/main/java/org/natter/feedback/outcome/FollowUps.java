package org.natter.feedback.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.natter.feedback.invitation.AttendanceId;

/**
 * All follow-ups, by attendance.
 *
 * <p>State and what is told of it are written together, or not at all.
 */
public interface FollowUps {

    /** Those that exist, in no particular order. */
    List<FollowUp> findAll(Collection<AttendanceId> attendances);

    Optional<FollowUp> change(AttendanceId attendance, Function<FollowUp, List<FollowUpDomainEvent>> decision);

    /** As {@link #change}, beginning with the given one where there is none yet. */
    FollowUp changeOrBegin(FollowUp whenAbsent, Function<FollowUp, List<FollowUpDomainEvent>> decision);
}
