package org.natter.feedback.outcome.kafka;

import org.natter.feedback.outcome.FollowUpDomainEvent;
import org.natter.feedback.outcome.FollowUpDomainEvent.FollowUpFellDue;
import org.natter.feedback.outcome.FollowUpDomainEvent.FollowUpReplied;
import org.natter.feedback.outcome.OutcomeDomainEvent;
import org.natter.feedback.outcome.OutcomeDomainEvent.OutcomeReported;
import org.natter.feedback.outcome.OutcomeDomainEvent.OutcomeWithdrawn;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomeMessages {

    @Bean
    Announcements<FollowUpDomainEvent> followUpAnnouncements() {
        return Announcements.of(
                        FollowUpDomainEvent.class, told -> told.attendance().value())
                .tell(FollowUpFellDue.class, FollowUpDueMessage.TYPE, FollowUpDueMessage::of)
                .keepPrivate(FollowUpReplied.class);
    }

    @Bean
    Announcements<OutcomeDomainEvent> outcomeAnnouncements() {
        return Announcements.of(
                        OutcomeDomainEvent.class,
                        told -> told.outcome().outcome().value())
                .tell(OutcomeReported.class, OutcomeReportedMessage.TYPE, OutcomeReportedMessage::of)
                .tell(OutcomeWithdrawn.class, OutcomeReportedMessage.TYPE, OutcomeReportedMessage::of);
    }
}
