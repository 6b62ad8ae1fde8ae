package org.natter.web.attendee;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.RegionId;
import org.natter.web.settings.WebSettings;
import org.springframework.stereotype.Component;

/** What the public may know of all events of this installation's region, or of all regions. */
@Component
class PublicProgramme {

    private final EventApi events;
    private final @Nullable RegionId region;
    private final Clock clock;

    PublicProgramme(EventApi events, WebSettings settings, Clock clock) {
        this.events = events;
        this.region = settings.region().isBlank() ? null : new RegionId(settings.region());
        this.clock = clock;
    }

    /** All of it as it is now. */
    ComingAndBeen read() {
        var now = clock.instant();
        var all = events.programme(Caller.everybody(), region);
        return new ComingAndBeen(
                all.stream()
                        .filter(event -> event.endsAtInstant().isAfter(now))
                        .sorted(Comparator.comparing(Event::startsAtInstant))
                        .toList(),
                all.stream()
                        .filter(event -> event.isOver(now) && !event.isCalledOff())
                        .sorted(Comparator.comparing(Event::startsAtInstant).reversed())
                        .toList());
    }

    /** What comes, soonest first, also what is called off; what has been, latest first, without it. */
    record ComingAndBeen(List<Event> coming, List<Event> been) {

        /** The region that runs all of them, as it calls itself; empty where there are several. */
        String host() {
            var names = Stream.concat(coming.stream(), been.stream())
                    .map(Event::regionName)
                    .distinct()
                    .toList();
            return names.size() == 1 ? names.get(0) : "";
        }
    }
}
