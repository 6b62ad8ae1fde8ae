package org.natter.event.programme.kafka;

import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventDomainEvent.DraftFollowedRegion;
import org.natter.event.programme.EventDomainEvent.DraftRevised;
import org.natter.event.programme.EventDomainEvent.EventCancelled;
import org.natter.event.programme.EventDomainEvent.EventChanged;
import org.natter.event.programme.EventDomainEvent.EventConcluded;
import org.natter.event.programme.EventDomainEvent.EventFollowedRegion;
import org.natter.event.programme.EventDomainEvent.EventPlanned;
import org.natter.event.programme.EventDomainEvent.EventPublished;
import org.natter.messaging.Announcements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the world is told about events, and what stays private, each by name. The subject is always the event. */
@Configuration(proxyBeanMethods = false)
class ProgrammeMessages {

    @Bean
    Announcements<EventDomainEvent> programmeAnnouncements() {
        return Announcements.of(EventDomainEvent.class, told -> told.event().value())
                .keepPrivate(EventPlanned.class)
                .keepPrivate(DraftRevised.class)
                .keepPrivate(DraftFollowedRegion.class)
                .tellWith(EventPublished.class, ProgrammeMessage.PUBLISHED, ProgrammeMessage::whenPublished)
                .tellWith(EventChanged.class, ProgrammeMessage.CHANGED, ProgrammeMessage::whenChanged)
                .tellWith(EventFollowedRegion.class, ProgrammeMessage.CHANGED, ProgrammeMessage::whenRegionFollowed)
                .tellWith(EventCancelled.class, ProgrammeMessage.CANCELLED, ProgrammeMessage::whenCancelled)
                .tellWith(EventConcluded.class, ProgrammeMessage.CONCLUDED, ProgrammeMessage::whenConcluded);
    }
}
