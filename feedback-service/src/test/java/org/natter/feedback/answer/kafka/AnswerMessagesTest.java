package org.natter.feedback.answer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerMessagesTest {

    @Test
    void everyEventOfAnAnswerIsTold() {
        var announcements = new AnswerMessages().answerAnnouncements();

        assertThat(announcements.missing()).isEmpty();
        assertThat(announcements.types()).containsExactly("feedback.answered.v1");
    }
}
