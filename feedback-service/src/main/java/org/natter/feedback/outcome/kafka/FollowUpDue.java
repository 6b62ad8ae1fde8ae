package org.natter.feedback.outcome.kafka;

import java.time.Instant;
import org.natter.feedback.outcome.FollowUpFellDue;

/** {@code feedback.follow-up-due.v1} on the wire. */
record FollowUpDue(String attendance, String event, int generation, int monthsAfter, Instant at, Instant validUntil) {

    static FollowUpDue of(FollowUpFellDue due) {
        return new FollowUpDue(
                due.attendance().value(),
                due.event().value(),
                due.generation(),
                due.monthsAfter(),
                due.at(),
                due.validUntil());
    }
}
