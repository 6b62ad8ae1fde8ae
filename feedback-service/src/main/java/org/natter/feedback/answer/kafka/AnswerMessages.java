package org.natter.feedback.answer.kafka;

import org.natter.feedback.answer.AnswerDomainEvent;
import org.natter.feedback.answer.AnswerDomainEvent.AnswerSent;
import org.natter.feedback.answer.AnswerDomainEvent.StepSaved;
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
                        FeedbackAnsweredMessage.TYPE,
                        saved -> saved.answer().writer().value(),
                        saved -> FeedbackAnsweredMessage.of(saved.answer()))
                .tell(
                        AnswerSent.class,
                        FeedbackAnsweredMessage.TYPE,
                        sent -> sent.answer().writer().value(),
                        sent -> FeedbackAnsweredMessage.of(sent.answer()));
    }
}
