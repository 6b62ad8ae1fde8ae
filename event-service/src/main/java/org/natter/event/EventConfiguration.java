package org.natter.event;

import org.natter.event.overview.AttendanceId;
import org.natter.event.programme.EventId;
import org.natter.event.programme.Events;
import org.natter.event.programme.FollowingRegions;
import org.natter.event.programme.PlanningEvents;
import org.natter.event.programme.PublishingEvents;
import org.natter.event.region.AddingRegions;
import org.natter.event.region.ChangingRegions;
import org.natter.event.region.RegionId;
import org.natter.event.region.Regions;
import org.natter.ids.TypedIds;
import org.natter.messaging.MessagingConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service's parts list: builds the use cases from their ports. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(MessagingConfiguration.class)
class EventConfiguration {

    @Bean
    TypedIds typedIds() {
        return TypedIds.of(RegionId.class, EventId.class, AttendanceId.class);
    }

    @Bean
    AddingRegions addingRegions(Regions regions) {
        return new AddingRegions(regions);
    }

    @Bean
    ChangingRegions changingRegions(Regions regions, Events events) {
        return new ChangingRegions(regions, new FollowingRegions(events));
    }

    @Bean
    PlanningEvents planningEvents(Events events) {
        return new PlanningEvents(events);
    }

    @Bean
    PublishingEvents publishingEvents(Events events) {
        return new PublishingEvents(events);
    }
}
