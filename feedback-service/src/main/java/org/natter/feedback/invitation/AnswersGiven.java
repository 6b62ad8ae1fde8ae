package org.natter.feedback.invitation;

import java.util.Collection;
import java.util.Set;

/**
 * Who has answered.
 *
 * <p>One saved step is an answer.
 */
public interface AnswersGiven {

    /** Those of the given attendances that have answered. */
    Set<AttendanceId> among(Collection<AttendanceId> attendances);
}
