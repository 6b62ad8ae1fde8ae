package org.natter.web.organiser;

import java.time.Clock;
import org.natter.times.SpokenTime;
import org.natter.web.account.DoorPass;
import org.natter.web.account.Doorkeeper;
import org.natter.web.services.DoorApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The tablet on the bar: what the whole room may see of who has come. It stands open all evening, best on a device that has
 * opened a door link, whose pass lasts for the day: there it asks again now and then, while an organiser's hears of each
 * arrival by the live line.
 */
@Controller
class ArrivalsController {

    private final DoorEvents events;
    private final DoorApi door;
    private final Clock clock;

    ArrivalsController(DoorEvents events, DoorApi door, Clock clock) {
        this.events = events;
        this.door = door;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}/check-in/arrivals")
    String arrivals(@PathVariable EventId event, @AuthenticationPrincipal Doorkeeper keeper, Model model) {
        return show(event, keeper, "web/organiser/arrivals", model);
    }

    /** The part that changes, for a page that stands open. */
    @GetMapping("/organise/events/{event}/check-in/arrivals/now")
    String now(@PathVariable EventId event, @AuthenticationPrincipal Doorkeeper keeper, Model model) {
        return show(event, keeper, "web/organiser/arrivals :: now", model);
    }

    /** What was called off, or has no door, has the check-in page say so. */
    private String show(EventId event, Doorkeeper keeper, String template, Model model) {
        var found = events.find(keeper, event).orElseThrow(NotThere::here);
        if (found.isDraft()) {
            throw NotThere.here();
        }
        if (found.isCalledOff() || found.venue().takesPlaceOnline()) {
            return "redirect:" + CheckInController.address(event);
        }
        model.addAttribute("event", event);
        model.addAttribute("eventTitle", found.title());
        model.addAttribute("when", events.when(keeper, found));
        model.addAttribute("lent", keeper instanceof DoorPass);
        model.addAttribute("refresh", true);
        model.addAttribute("opens", opens(found));
        model.addAttribute("over", found.isOver(clock.instant()));
        model.addAttribute("later", ArrivalWords.of(found, clock.instant()).onALaterDay());
        model.addAttribute("at", SpokenTime.in(found.zone()).time(clock.instant()));
        model.addAttribute(
                "page",
                PagePart.of(() -> AttendeeRow.orNobody(() -> door.attendees(keeper.caller(), event)))
                        .map(all -> ArrivalsPage.of(all, found.zone(), clock.instant())));
        return template;
    }

    /** When it begins, while it has not. */
    private String opens(Event event) {
        return event.startsAtInstant().isAfter(clock.instant())
                ? SpokenTime.in(event.zone()).time(event.startsAtInstant())
                : "";
    }
}
