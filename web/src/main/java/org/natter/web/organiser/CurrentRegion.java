package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventServiceClient;
import org.natter.web.services.EventServiceClient.RegionView;
import org.natter.web.services.ServiceDown;
import org.springframework.stereotype.Component;

/** Which region somebody is looking at: an organiser's own; an owner's choice, kept in the session. */
@Component
class CurrentRegion {

    private static final String CHOSEN = "natter.region";
    private static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final EventServiceClient events;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    CurrentRegion(EventServiceClient events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The region's id. */
    String id(Organiser organiser, HttpServletRequest request) {
        var session = request.getSession(false);
        var chosen = session == null ? null : session.getAttribute(CHOSEN);
        return organiser.owner() && chosen != null ? chosen.toString() : organiser.region();
    }

    /** The owner looks at another region from now on; one that does not exist changes nothing. */
    void choose(Organiser owner, String region, HttpServletRequest request) {
        if (owner.owner() && all(owner).stream().anyMatch(one -> one.region().equals(region))) {
            request.getSession().setAttribute(CHOSEN, region);
        }
    }

    /** A region by its id, if event-service can be asked or has been lately. */
    Optional<RegionView> named(Organiser organiser, String region) {
        return all(organiser).stream()
                .filter(one -> one.region().equals(region))
                .findFirst();
    }

    /** The time zone of the region somebody is looking at; Britain's while event-service has never been asked. */
    ZoneId zone(Organiser organiser, HttpServletRequest request) {
        return named(organiser, id(organiser, request))
                .map(RegionView::zone)
                .map(ZoneId::of)
                .orElse(HOME);
    }

    /** All regions, a minute old at most; the last ones known while event-service is down. */
    List<RegionView> all(Organiser organiser) {
        var now = clock.instant();
        var before = known;
        if (before.asked().plus(FRESH).isAfter(now) && !before.regions().isEmpty()) {
            return before.regions();
        }
        try {
            var regions = events.regions(organiser.caller());
            known = new Known(regions, now);
            return regions;
        } catch (ServiceDown down) {
            return before.regions();
        }
    }

    /** A new region has been made: ask again. */
    void forget() {
        known = new Known(List.of(), Instant.EPOCH);
    }

    private record Known(List<RegionView> regions, Instant asked) {}
}
