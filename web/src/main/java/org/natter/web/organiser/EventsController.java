package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventApi;
import org.natter.web.services.Part;
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
            @RequestParam(defaultValue = "coming") String show,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var region = regions.id(organiser, request);
        var now = clock.instant();
        model.addAttribute(
                "page",
                Part.of(() -> events.overview(organiser.caller(), region))
                        .map(all ->
                                EventsPage.of(all.stream().map(EventCard::of).toList(), show, q.strip(), now)));
        return "web/organiser/events";
    }

    /** One of three lists, how long each is, and what was searched for. */
    record EventsPage(String show, String q, int coming, int past, int drafts, List<EventCard> cards, boolean none) {

        static EventsPage of(List<EventCard> all, String wanted, String q, Instant now) {
            var found = all.stream().filter(card -> named(card, q)).toList();
            var show = List.of("coming", "past", "drafts").contains(wanted) ? wanted : "coming";
            return new EventsPage(
                    show,
                    q,
                    list(found, "coming", now).size(),
                    list(found, "past", now).size(),
                    list(found, "drafts", now).size(),
                    list(found, show, now),
                    all.isEmpty());
        }

        private static boolean named(EventCard card, String q) {
            return card.title().toLowerCase(Locale.UK).contains(q.toLowerCase(Locale.UK));
        }

        private static List<EventCard> list(List<EventCard> all, String show, Instant now) {
            var order = Comparator.comparing(EventCard::starts);
            return all.stream()
                    .filter(card -> show.equals(card.draft() ? "drafts" : card.over(now) ? "past" : "coming"))
                    .sorted(show.equals("past") ? order.reversed() : order)
                    .toList();
        }
    }
}
