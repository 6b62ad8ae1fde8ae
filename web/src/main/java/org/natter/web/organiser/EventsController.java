package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The region's events: coming, past and drafts, with a search over their names. */
@Controller
class EventsController {

    private final EventApi events;
    private final CurrentRegion regions;
    private final Clock clock;

    EventsController(EventApi events, CurrentRegion regions, Clock clock) {
        this.events = events;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/organise/events")
    String events(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var region = regions.id(organiser, request);
        var now = clock.instant();
        model.addAttribute(
                "page",
                PagePart.of(() -> events.overview(organiser.caller(), region))
                        .map(all -> EventsPage.of(
                                all.stream().map(EventCard::of).toList(), Show.of(show), q.strip(), now)));
        return "web/organiser/events";
    }

    /** One of three lists, how long each is, and what was searched for. */
    record EventsPage(Show show, String q, int coming, int past, int drafts, List<EventCard> cards, boolean none) {

        static EventsPage of(List<EventCard> all, Show show, String q, Instant now) {
            var found = all.stream().filter(card -> named(card, q)).toList();
            return new EventsPage(
                    show,
                    q,
                    list(found, Show.COMING, now).size(),
                    list(found, Show.PAST, now).size(),
                    list(found, Show.DRAFTS, now).size(),
                    list(found, show, now),
                    all.isEmpty());
        }

        private static boolean named(EventCard card, String q) {
            return card.title().toLowerCase(Locale.UK).contains(q.toLowerCase(Locale.UK));
        }

        private static List<EventCard> list(List<EventCard> all, Show show, Instant now) {
            var order = Comparator.comparing(EventCard::starts);
            return all.stream()
                    .filter(card -> show == Show.of(card, now))
                    .sorted(show.isPast() ? order.reversed() : order)
                    .toList();
        }
    }

    /** One of the three lists; its name in addresses and keys is small. */
    enum Show {
        COMING,
        PAST,
        DRAFTS;

        /** The list of this name, or else the first. */
        static Show of(String name) {
            return Arrays.stream(values())
                    .filter(show -> show.key().equals(name))
                    .findFirst()
                    .orElse(COMING);
        }

        /** The list that an event is in. */
        static Show of(EventCard card, Instant now) {
            return card.draft() ? DRAFTS : card.over(now) ? PAST : COMING;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isComing() {
            return this == COMING;
        }

        public boolean isPast() {
            return this == PAST;
        }

        public boolean isDrafts() {
            return this == DRAFTS;
        }
    }
}
