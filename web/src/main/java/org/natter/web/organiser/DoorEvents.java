package org.natter.web.organiser;

import java.time.ZoneId;
import java.util.Optional;
import org.natter.times.SpokenTime;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Doorkeeper;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.EventId;
import org.springframework.stereotype.Component;

/** The event behind a door, as whoever has the door may see it. */
@Component
class DoorEvents {

    private final EventApi events;
    private final CurrentRegion regions;

    DoorEvents(EventApi events, CurrentRegion regions) {
        this.events = events;
        this.regions = regions;
    }

    /** As its organisers see the event; who has the door by a link sees what everybody may. */
    Optional<Event> find(Doorkeeper keeper, EventId event) {
        return keeper instanceof DoorPass
                ? events.inProgramme(keeper.caller(), event)
                : events.event(keeper.caller(), event);
    }

    /** When it is, for whoever has the door. */
    String when(Doorkeeper keeper, Event event) {
        return SpokenTime.in(event.zone())
                .readIn(reader(keeper, event))
                .fromTo(event.startsAtInstant(), event.endsAtInstant());
    }

    /** By whose clocks whoever has the door lives: an organiser by the region's, a helper by those of the place. */
    private ZoneId reader(Doorkeeper keeper, Event event) {
        return keeper instanceof Organiser organiser
                ? regions.named(organiser, event.region()).map(Region::zone).orElse(event.zone())
                : event.zone();
    }
}
