package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.account.Doors;
import org.natter.web.account.Organiser;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.NotThere;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The link by which somebody else has the door of an event for its day: made, looked at, replaced and switched off. */
@Controller
class DoorLinkController {

    private final EventApi events;
    private final DoorLinkPages pages;
    private final DoorEvents doorEvents;
    private final Doors doors;

    DoorLinkController(EventApi events, DoorLinkPages pages, DoorEvents doorEvents, Doors doors) {
        this.events = events;
        this.pages = pages;
        this.doorEvents = doorEvents;
        this.doors = doors;
    }

    @GetMapping("/organise/events/{event}/door-link")
    String look(
            @PathVariable EventId event,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request,
            Model model) {
        var link = pages.of(found(event, organiser), request);
        if (link.isEmpty() || link.get().online() && !link.get().on()) {
            return "redirect:/organise/events/" + event;
        }
        model.addAttribute("link", link.get());
        model.addAttribute("when", doorEvents.when(organiser, link.get().event()));
        return "web/organiser/door-link";
    }

    @PostMapping("/organise/events/{event}/door-link")
    String make(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletRequest request) {
        pages.make(found(event, organiser), organiser, form.text("instead"), request);
        return "redirect:/organise/events/" + event + "/door-link";
    }

    @PostMapping("/organise/events/{event}/door-link/off")
    String switchOff(@PathVariable EventId event, SubmittedForm form, @AuthenticationPrincipal Organiser organiser) {
        found(event, organiser);
        doors.switchOff(event, form.text("link"));
        return "redirect:/organise/events/" + event + "/door-link";
    }

    /** @throws NotThere if there is none in this organiser's regions */
    private Event found(EventId event, Organiser organiser) {
        return events.event(organiser.caller(), event).orElseThrow(NotThere::here);
    }
}
