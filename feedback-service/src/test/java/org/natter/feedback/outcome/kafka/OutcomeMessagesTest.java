package org.natter.feedback.outcome.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeMessagesTest {

    @Test
    void everyEventOfFollowUpsAndOutcomesIsToldOrKeptPrivate() {
        var followUps = new OutcomeMessages().followUpAnnouncements();
        var outcomes = new OutcomeMessages().outcomeAnnouncements();

        assertThat(followUps.missing()).isEmpty();
        assertThat(followUps.types()).containsExactly("feedback.follow-up-due.v1");
        assertThat(outcomes.missing()).isEmpty();
        assertThat(outcomes.types()).containsExactly("feedback.outcome-reported.v1");
    }
}
