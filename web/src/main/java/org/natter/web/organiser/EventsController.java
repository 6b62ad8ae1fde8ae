package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Organiser;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.EventList;
import org.natter.web.services.EventApi.EventListPage;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The region's events: coming, past and drafts, page by page, with a search over their names. */
@Controller
class EventsController {

    private final EventApi events;
    private final CheckInLists lists;
    private final CurrentRegion regions;
    private final Clock clock;

    EventsController(EventApi events, CheckInLists lists, CurrentRegion regions, Clock clock) {
        this.events = events;
        this.lists = lists;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/organise/events")
    String events(
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var region = regions.id(organiser, request);
        var list = list(shown.text("show"));
        var title = shown.words("q");
        var zone = regions.zone(organiser, request);
        model.addAttribute("deleted", shown.text("said").equals("deleted"));
        model.addAttribute(
                "page",
                PagePart.of(() -> events.events(organiser.caller(), region, list, title, number(shown.text("page"))))
                        .map(found -> EventsPage.of(
                                found,
                                list,
                                title,
                                lists.with(
                                        found.events().stream()
                                                .map(one -> EventCard.of(one, zone, clock.instant()))
                                                .toList(),
                                        organiser.caller(),
                                        clock.instant()))));
        return "web/organiser/events";
    }

    /** The list of this name, or else the first. */
    private static EventList list(String name) {
        return Arrays.stream(EventList.values())
                .filter(list -> EventsPage.key(list).equals(name))
                .findFirst()
                .orElse(EventList.COMING);
    }

    /** A page's number, or else the first's. */
    private static int number(String page) {
        return page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 0;
    }

    /**
     * One page of one of three lists, how long each list is, and what was searched for.
     *
     * @param show the list's name in addresses and keys
     * @param earlier the page before this one; absent at the first
     * @param later the page after this one; absent at the last
     */
    record EventsPage(
            String show,
            String q,
            int coming,
            int past,
            int drafts,
            List<EventCard> cards,
            @Nullable Integer earlier,
            @Nullable Integer later) {

        static EventsPage of(EventListPage found, EventList list, String q, List<EventCard> cards) {
            return new EventsPage(
                    key(list),
                    q,
                    found.coming(),
                    found.past(),
                    found.drafts(),
                    cards,
                    found.page() == 0 ? null : found.page() - 1,
                    found.page() + 1 == found.pages() ? null : found.page() + 1);
        }

        static String key(EventList list) {
            return list.name().toLowerCase(Locale.ROOT);
        }

        public boolean isComing() {
            return show.equals(key(EventList.COMING));
        }

        public boolean isPast() {
            return show.equals(key(EventList.PAST));
        }

        public boolean isDrafts() {
            return show.equals(key(EventList.DRAFTS));
        }

        /** Whether none of the lists has an event. */
        public boolean none() {
            return coming + past + drafts == 0;
        }
    }
}
