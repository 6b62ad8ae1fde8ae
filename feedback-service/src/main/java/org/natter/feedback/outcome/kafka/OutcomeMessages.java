package org.natter.feedback.outcome.kafka;

import org.natter.feedback.outcome.FollowUpDomainEvent;
import org.natter.feedback.outcome.FollowUpFellDue;
import org.natter.feedback.outcome.FollowUpReplied;
import org.natter.feedback.outcome.OutcomeDomainEvent;
import org.natter.feedback.outcome.OutcomeReported;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomeMessages {

    @Bean
    Announcements<FollowUpDomainEvent> followUpAnnouncements() {
        return Announcements.of(FollowUpDomainEvent.class)
                .tell(
                        FollowUpFellDue.class,
                        "feedback.follow-up-due.v1",
                        due -> due.attendance().value(),
                        FollowUpDue::of)
                .keepPrivate(FollowUpReplied.class);
    }

    @Bean
    Announcements<OutcomeDomainEvent> outcomeAnnouncements() {
        return Announcements.of(OutcomeDomainEvent.class)
                .tell(
                        OutcomeReported.class,
                        "feedback.outcome-reported.v1",
                        reported -> reported.outcome().id().value(),
                        reported -> ReportedOutcome.of(reported.outcome()));
    }
}
