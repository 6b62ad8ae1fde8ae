package org.natter.feedback.invitation.kafka;

import java.time.Instant;
import org.natter.feedback.invitation.ReminderFellDue;

/** {@code feedback.reminder-due.v1} on the wire. */
record ReminderDue(String attendance, String event, int generation, Instant at, Instant validUntil) {

    static ReminderDue of(ReminderFellDue due) {
        return new ReminderDue(
                due.attendance().value(), due.event().value(), due.generation(), due.at(), due.validUntil());
    }
}
