package org.natter.event;

import java.util.Map;
import org.natter.access.RefusalTable;
import org.natter.access.Shortcomings;
import org.natter.event.programme.EventAlreadyPlanned;
import org.natter.event.programme.EventRefusal;
import org.natter.event.programme.UnfitEvent;
import org.natter.event.programme.UnknownEvent;
import org.natter.event.region.RegionAlreadyAdded;
import org.natter.event.region.UnknownRegion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** How each refusal of a core reaches a caller; the sentences stand in {@code event-service-problems.properties}. */
@Configuration(proxyBeanMethods = false)
class EventServiceRefusals {

    @Bean
    RefusalTable refusalTable() {
        return RefusalTable.empty()
                .on(UnknownRegion.class, HttpStatus.NOT_FOUND, "unknown-region")
                .on(UnknownEvent.class, HttpStatus.NOT_FOUND, "unknown-event")
                .on(RegionAlreadyAdded.class, HttpStatus.UNPROCESSABLE_CONTENT, "key-reused")
                .on(EventAlreadyPlanned.class, HttpStatus.UNPROCESSABLE_CONTENT, "key-reused")
                .on(
                        EventRefusal.class,
                        HttpStatus.CONFLICT,
                        EventRefusal::reason,
                        Map.of(
                                EventRefusal.Reason.NOT_PUBLISHED, "event-not-published",
                                EventRefusal.Reason.PUBLISHED, "event-published",
                                EventRefusal.Reason.CANCELLED, "event-cancelled",
                                EventRefusal.Reason.OVER, "event-over",
                                EventRefusal.Reason.CHANGED_MEANWHILE, "changed-meanwhile"))
                .unfit(
                        UnfitEvent.class,
                        unfit -> unfit.flaws().stream()
                                .map(flaw -> new Shortcomings.Named(flaw.field(), flaw.code(), flaw.bounds()))
                                .toList());
    }
}
