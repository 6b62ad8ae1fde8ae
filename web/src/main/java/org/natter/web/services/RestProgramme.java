package org.natter.web.services;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.WebSettings;
import org.natter.web.attendee.EventId;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Programme;
import org.springframework.stereotype.Component;

/** The public programme over event-service's REST API; the page's own words for what it tells. */
@Component
class RestProgramme implements Programme {

    private final EventServiceClient events;
    private final String region;

    RestProgramme(EventServiceClient events, WebSettings settings) {
        this.events = events;
        this.region = settings.region();
    }

    @Override
    public List<PublicEvent> all() {
        try {
            return events.programme(region).stream()
                    .filter(RestProgramme::isPublic)
                    .map(RestProgramme::read)
                    .toList();
        } catch (ServiceDown down) {
            throw OutOfReach.of(Part.EVENTS, down);
        }
    }

    @Override
    public Optional<PublicEvent> find(EventId event) {
        try {
            return events.inProgramme(event.value())
                    .filter(RestProgramme::isPublic)
                    .map(RestProgramme::read);
        } catch (ServiceDown down) {
            throw OutOfReach.of(Part.EVENTS, down);
        }
    }

    private static boolean isPublic(EventServiceClient.EventView view) {
        return Arrays.stream(Status.values()).anyMatch(status -> status.name().equals(view.status()));
    }

    private static PublicEvent read(EventServiceClient.EventView view) {
        return new PublicEvent(
                new EventId(view.event()),
                view.title(),
                words(view.description()),
                LocalDateTime.parse(view.startsAt()),
                LocalDateTime.parse(view.endsAt()),
                ZoneId.of(view.zone()),
                Status.valueOf(view.status()),
                venue(view.venue()),
                view.places(),
                words(view.reason()));
    }

    private static Venue venue(EventServiceClient.@Nullable Venue venue) {
        return venue == null
                ? new Venue("", "", "", "", "", "", "", "", "")
                : new Venue(
                        words(venue.name()),
                        words(venue.address()),
                        known(venue.stepFree()),
                        known(venue.toilets()),
                        known(venue.hearingLoop()),
                        known(venue.quietCorner()),
                        known(venue.alcoholFree()),
                        words(venue.nearestStop()),
                        words(venue.findUs()));
    }

    /** YES or NO; empty if nobody has said. */
    private static String known(@Nullable String said) {
        return "NOT_KNOWN".equals(said) ? "" : words(said);
    }

    private static String words(@Nullable String said) {
        return said == null ? "" : said;
    }
}
