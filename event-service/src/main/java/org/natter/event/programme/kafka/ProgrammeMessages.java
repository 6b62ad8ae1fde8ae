package org.natter.event.programme.kafka;

import org.natter.event.programme.Event;
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
                .tellWith(
                        EventPublished.class,
                        ProgrammeMessage.PUBLISHED,
                        ProgrammeMessages::subject,
                        (Event event, EventPublished told) -> ProgrammeMessage.published(event, told))
                .tellWith(
                        EventChanged.class,
                        ProgrammeMessage.CHANGED,
                        ProgrammeMessages::subject,
                        (Event event, EventChanged told) -> ProgrammeMessage.changed(event, told))
                .tellWith(
                        EventCancelled.class,
                        ProgrammeMessage.CANCELLED,
                        ProgrammeMessages::subject,
                        (Event event, EventCancelled told) -> ProgrammeMessage.cancelled(event, told))
                .tellWith(
                        EventConcluded.class,
                        ProgrammeMessage.CONCLUDED,
                        ProgrammeMessages::subject,
                        (Event event, EventConcluded told) -> ProgrammeMessage.concluded(event, told));
    }

    private static String subject(EventDomainEvent told) {
        return told.event().value();
    }
}
