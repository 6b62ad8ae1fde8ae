package org.natter.feedback.report;

import org.natter.feedback.answer.Answers;
import org.natter.feedback.invitation.Room;

/**
 * Whether what reports are taken of has taken in what this service knows of an event by other ways: who had a place, who came,
 * and the answers as they were last saved. What is published is final, so nothing is published of evidence that lags
 * behind, as it does while it is built anew.
 */
public final class WholeEvidence {

    private final Answers answers;

    public WholeEvidence(Answers answers) {
        this.answers = answers;
    }

    boolean is(Evidence evidence, Room room) {
        return evidence.here().equals(room.came())
                && evidence.guests().keySet().containsAll(room.booked())
                && answers.findAll(room.everybody()).stream()
                        .allMatch(answer -> evidence.answers().containsKey(answer.writer())
                                && evidence.answers().get(answer.writer()).at().equals(answer.at()));
    }
}
