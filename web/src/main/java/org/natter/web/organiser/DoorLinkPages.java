package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.DoorDay;
import org.natter.web.account.Doors;
import org.natter.web.account.Doors.Door;
import org.natter.web.account.Doors.Lent;
import org.natter.web.account.Organiser;
import org.natter.web.account.Organisers;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventApi.EventStatus;
import org.natter.web.services.EventId;
import org.natter.web.services.LinkToken;
import org.natter.web.settings.WebSettings;
import org.springframework.stereotype.Component;

/**
 * Lends the door of an event, and tells how it is lent. A link's secret stands in the session of whoever made it and nowhere
 * else, so that they can look at it again for as long as they are signed in.
 */
@Component
class DoorLinkPages {

    private static final String MADE = "natter.door-link.";

    private final Doors doors;
    private final Organisers organisers;
    private final WebSettings settings;
    private final Clock clock;

    DoorLinkPages(Doors doors, Organisers organisers, WebSettings settings, Clock clock) {
        this.doors = doors;
        this.organisers = organisers;
        this.settings = settings;
        this.clock = clock;
    }

    /** The event's link; nothing if there is no door to lend, since it is a draft, called off or over. */
    Optional<DoorLinkPage> of(Event event, HttpServletRequest request) {
        if (!hasADoor(event)) {
            return Optional.empty();
        }
        var door = doors.last(event.event(), clock.instant());
        var address = door.flatMap(seen -> made(event.event(), request)
                .filter(token -> Doors.opens(token, seen.link()))
                .map(token -> settings.baseUrl() + "/door/" + token.value()));
        return Optional.of(DoorLinkPage.of(
                event,
                door.orElse(null),
                day(event),
                address.orElse(""),
                door.map(this::maker).orElse(""),
                clock.instant()));
    }

    /** Makes a link in the place of the former one, unless that has been replaced since the form was shown. */
    void make(Event event, Organiser by, String former, HttpServletRequest request) {
        if (hasADoor(event) && !event.venue().takesPlaceOnline()) {
            doors.lend(lent(event), by, former, clock.instant())
                    .ifPresent(token -> request.getSession().setAttribute(MADE + event.event(), token.value()));
        }
    }

    /** An event that has been changed; its link follows it. */
    Event follow(Event event) {
        doors.follow(lent(event), clock.instant());
        return event;
    }

    /** Whether there is a door to lend: of an event that is published, until its day is over. */
    boolean hasADoor(Event event) {
        return (event.status() == EventStatus.PUBLISHED || event.status() == EventStatus.CONCLUDED) && !isOver(event);
    }

    /** Whether the last day on which people come in is over. */
    boolean isOver(Event event) {
        return day(event).isOver(clock.instant());
    }

    /** Whether people may be coming in by now, and still. */
    boolean isOn(Event event) {
        return day(event).isOn(clock.instant());
    }

    private Lent lent(Event event) {
        return new Lent(event.event(), event.region(), day(event), event.version());
    }

    private DoorDay day(Event event) {
        return DoorDay.of(event.startsAtInstant(), event.endsAtInstant(), event.zone(), clock.instant());
    }

    private String maker(Door door) {
        return organisers.find(door.link().madeBy()).map(Organiser::name).orElse("");
    }

    private static Optional<LinkToken> made(EventId event, HttpServletRequest request) {
        var session = request.getSession(false);
        @Nullable Object token = session == null ? null : session.getAttribute(MADE + event);
        return token instanceof String kept ? Optional.of(new LinkToken(kept)) : Optional.empty();
    }
}
