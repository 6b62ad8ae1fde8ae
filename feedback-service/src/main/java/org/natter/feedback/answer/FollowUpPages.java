package org.natter.feedback.answer;

import java.time.Instant;
import java.util.Optional;
import org.natter.feedback.invitation.AttendanceId;

/**
 * What stands behind follow-up links.
 *
 * <p>There is nothing before the first follow-up was due.
 */
public interface FollowUpPages {

    Optional<FollowUpPage> find(AttendanceId attendance);

    /** The newest follow-up of one attendance: until when it is open, and whether it was answered. */
    record FollowUpPage(Instant closesAt, boolean answered) {}
}
