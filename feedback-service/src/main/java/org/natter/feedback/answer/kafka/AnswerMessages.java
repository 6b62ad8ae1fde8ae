package org.natter.feedback.answer.kafka;

import org.natter.feedback.answer.AnswerDomainEvent;
import org.natter.feedback.answer.AnswerSent;
import org.natter.feedback.answer.StepSaved;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnswerMessages {

    @Bean
    Announcements<AnswerDomainEvent> answerAnnouncements() {
        return Announcements.of(AnswerDomainEvent.class)
                .tell(
                        StepSaved.class,
                        "feedback.answered.v1",
                        saved -> saved.answer().writer().value(),
                        saved -> FeedbackAnswered.of(saved.answer()))
                .tell(
                        AnswerSent.class,
                        "feedback.answered.v1",
                        sent -> sent.answer().writer().value(),
                        sent -> FeedbackAnswered.of(sent.answer()));
    }
}
