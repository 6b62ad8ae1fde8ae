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
        return Announcements.of(
                        AnswerDomainEvent.class, told -> told.answer().writer().value())
                .tell(StepSaved.class, FeedbackAnsweredMessage.TYPE, FeedbackAnsweredMessage::of)
                .tell(AnswerSent.class, FeedbackAnsweredMessage.TYPE, FeedbackAnsweredMessage::of);
    }
}
