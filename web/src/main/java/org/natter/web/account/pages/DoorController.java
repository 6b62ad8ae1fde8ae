package org.natter.web.account.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.account.Doors;
import org.natter.web.account.Doors.Door;
import org.natter.web.account.Limits;
import org.natter.web.account.Organiser;
import org.natter.web.account.Origin;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.EventId;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The pages behind a door link. Opening the link changes nothing; its button begins a session that has the door of one event
 * and nothing else. Whoever's door has closed is told why. Works while event-service is down, without the event's name.
 */
@Controller
class DoorController {

    private static final String PAGE = "web/account/door";

    private final Doors doors;
    private final EventApi events;
    private final Limits limits;
    private final Entrance entrance;
    private final Clock clock;

    DoorController(Doors doors, EventApi events, Limits limits, Entrance entrance, Clock clock) {
        this.doors = doors;
        this.events = events;
        this.limits = limits;
        this.entrance = entrance;
        this.clock = clock;
    }

    @GetMapping("/door/{token}")
    String arrive(
            @PathVariable LinkToken token,
            @AuthenticationPrincipal @Nullable Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var door = doors.behind(token, clock.instant());
        if (door.isEmpty()) {
            limits.missDoor(Origin.at(request.getRemoteAddr()), clock.instant());
            return unknown(response, model);
        }
        model.addAttribute("token", token.value());
        model.addAttribute("signedIn", organiser != null);
        var kind = look(door.get(), model);
        if (!kind.equals("open") && !kind.equals("early")) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return page(kind, model);
    }

    @PostMapping("/door")
    String open(
            SubmittedForm form,
            @AuthenticationPrincipal @Nullable Organiser organiser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var token = form.token();
        if (token.isEmpty()) {
            return unknown(response, model);
        }
        var door = doors.behind(token.get(), clock.instant()).filter(Door::isOpen);
        if (door.isEmpty() || !form.isPressed()) {
            return arrive(token.get(), organiser, request, response, model);
        }
        entrance.lend(door.get().pass(), request, response);
        return checkIn(door.get().link().event());
    }

    /** What has become of the door that this browser had. */
    @GetMapping("/door")
    String own(HttpServletRequest request, HttpServletResponse response, Model model) {
        var door = OrganiserContexts.door(request).flatMap(pass -> doors.of(pass, clock.instant()));
        if (door.isEmpty()) {
            return unknown(response, model);
        }
        return door.get().isOpen() ? checkIn(door.get().link().event()) : page(look(door.get(), model), model);
    }

    /** A press that came once the door had closed: whom it was about is not in, and what was typed is given back. */
    @PostMapping(BackToTheDoor.PRESSED_TOO_LATE)
    String pressedTooLate(SubmittedForm press, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (BackToTheDoor.forwardedFrom(request).isPresent()) {
            model.addAttribute("notIn", BackToTheDoor.whom(press));
            model.addAttribute("typed", BackToTheDoor.typed(press, request));
        }
        return own(request, response, model);
    }

    @PostMapping("/door/close")
    String close(HttpServletRequest request, Model model) {
        if (OrganiserContexts.door(request).isPresent()) {
            request.getSession().invalidate();
        }
        return page("closed", model);
    }

    /** How the door stands, as the bundle calls it; what there is to say about it is on the page. */
    private String look(Door door, Model model) {
        var link = door.link();
        var event = PagePart.of(() -> events.inProgramme(Caller.everybody(), link.event()))
                .found()
                .flatMap(known -> known);
        var spoken = SpokenTime.in(link.day().zone());
        model.addAttribute("eventTitle", event.map(Event::title).orElse(""));
        model.addAttribute("day", spoken.day(link.day().from(), clock.instant()));
        model.addAttribute("from", spoken.time(link.day().from()));
        model.addAttribute("until", spoken.time(link.day().until()));
        model.addAttribute("ask", doors.maker(link).orElse(""));
        model.addAttribute(
                "eventOver",
                event.map(known -> known.isOver(clock.instant()))
                        .orElse(link.day().isOver(clock.instant())));
        return event.filter(Event::isCalledOff).isPresent() ? "called-off" : kind(door);
    }

    private static String kind(Door door) {
        return switch (door.standing()) {
            case EARLY -> "early";
            case OPEN -> "open";
            case OVER -> "over";
            case OFF -> "off";
        };
    }

    private static String unknown(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return page("unknown", model);
    }

    private static String page(String kind, Model model) {
        model.addAttribute("kind", kind);
        return PAGE;
    }

    private static String checkIn(EventId event) {
        return "redirect:/organise/events/" + event + "/check-in";
    }
}
