package org.natter.web.organiser;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.EventId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.settings.WebSettings;
import org.springframework.stereotype.Component;

/** Composes the head of one event's pages: what it says and its numbers with what is known of its list, asked at once. */
@Component
public class EventPages {

    private final EventApi events;
    private final CheckInLists lists;
    private final CurrentRegion regions;
    private final ExecutorService pageCalls;
    private final WebSettings settings;
    private final Clock clock;

    EventPages(
            EventApi events,
            CheckInLists lists,
            CurrentRegion regions,
            ExecutorService pageCalls,
            WebSettings settings,
            Clock clock) {
        this.events = events;
        this.lists = lists;
        this.regions = regions;
        this.pageCalls = pageCalls;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws NotThere if there is none in this organiser's regions */
    public EventPage of(EventId event, Organiser organiser) {
        var numbers = PagePart.asked(pageCalls, () -> numbers(event, organiser));
        var found = events.event(organiser.caller(), event).orElseThrow(NotThere::here);
        return EventPage.of(
                found,
                regions.named(organiser, found.region()).map(Region::zone).orElse(found.zone()),
                numbers.get(),
                settings.baseUrl().toString(),
                clock.instant());
    }

    private EventCounts numbers(EventId event, Organiser organiser) {
        var seen = events.overviewOf(organiser.caller(), event).orElseThrow(NotThere::here);
        return lists.with(EventCard.of(seen, seen.zone(), clock.instant()), organiser.caller(), clock.instant())
                .numbers();
    }
}
