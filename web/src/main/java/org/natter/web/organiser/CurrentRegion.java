package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Region;
import org.natter.web.services.RegionId;
import org.natter.web.services.ServiceDown;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which region somebody is looking at: an organiser's own; an owner's choice, kept in the session. */
@Component
public class CurrentRegion {

    private static final String CHOSEN = "natter.region";
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final EventApi events;
    private final ZoneId home;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    /** @param home the installation's time zone, for as long as event-service has never been asked */
    CurrentRegion(EventApi events, @Value("${natter.zone}") ZoneId home, Clock clock) {
        this.events = events;
        this.home = home;
        this.clock = clock;
    }

    /** The region's id. */
    public RegionId id(Organiser organiser, HttpServletRequest request) {
        var session = request.getSession(false);
        var chosen = session == null ? null : session.getAttribute(CHOSEN);
        return organiser.owner() && chosen != null ? new RegionId(chosen.toString()) : organiser.region();
    }

    /** The owner looks at another region from now on; one that does not exist changes nothing. */
    void choose(Organiser owner, RegionId region, HttpServletRequest request) {
        if (owner.owner() && all(owner).stream().anyMatch(one -> one.region().equals(region))) {
            request.getSession().setAttribute(CHOSEN, region.value());
        }
    }

    /** Whether this organiser's forms may be about that region, whichever is looked at now. */
    boolean mayActIn(Organiser organiser, RegionId region) {
        return organiser.runs(region);
    }

    /** A region by its id, if event-service can be asked or has been lately. */
    Optional<Region> named(Organiser organiser, RegionId region) {
        return all(organiser).stream()
                .filter(one -> one.region().equals(region))
                .findFirst();
    }

    /** The time zone of the region somebody is looking at; the installation's while event-service has never been asked. */
    ZoneId zone(Organiser organiser, HttpServletRequest request) {
        return named(organiser, id(organiser, request)).map(Region::zone).orElse(home);
    }

    /** All regions, a minute old at most; the last ones known while event-service is down. */
    List<Region> all(Organiser organiser) {
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

    private record Known(List<Region> regions, Instant asked) {}
}
