package org.natter.event.programme.kafka;

import org.natter.event.programme.EventDomainEvent;
import org.natter.event.programme.EventDomainEvent.DraftRevised;
import org.natter.event.programme.EventDomainEvent.EventCancelled;
import org.natter.event.programme.EventDomainEvent.EventChanged;
import org.natter.event.programme.EventDomainEvent.EventConcluded;
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
        return Announcements.of(EventDomainEvent.class)
                .keepPrivate(EventPlanned.class)
                .keepPrivate(DraftRevised.class)
                .tell(
                        EventPublished.class,
                        EventPublishedMessage.TYPE,
                        ProgrammeMessages::subject,
                        EventPublishedMessage::of)
                .tell(EventChanged.class, EventChangedMessage.TYPE, ProgrammeMessages::subject, EventChangedMessage::of)
                .tell(
                        EventCancelled.class,
                        EventCancelledMessage.TYPE,
                        ProgrammeMessages::subject,
                        EventCancelledMessage::of)
                .tell(
                        EventConcluded.class,
                        EventConcludedMessage.TYPE,
                        ProgrammeMessages::subject,
                        EventConcludedMessage::of);
    }

    private static String subject(EventDomainEvent told) {
        return told.event().id().value();
    }
}
