package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.natter.web.FormErrors;
import org.natter.web.WebSettings;
import org.natter.web.account.Organiser;
import org.natter.web.services.EventServiceClient;
import org.natter.web.services.OrganiserCalls;
import org.natter.web.services.ServiceRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One event: who booked, who waits, and the steps of its life. Names come from attendee-service for one page. */
@Controller
class EventController {

    private static final Set<String> SAID = Set.of("saved", "published", "called-off");

    private final EventServiceClient events;
    private final OrganiserCalls calls;
    private final ExecutorService pageCalls;
    private final MessageSource words;
    private final WebSettings settings;
    private final Clock clock;

    EventController(
            EventServiceClient events,
            OrganiserCalls calls,
            ExecutorService pageCalls,
            MessageSource words,
            WebSettings settings,
            Clock clock) {
        this.events = events;
        this.calls = calls;
        this.pageCalls = pageCalls;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}")
    String bookings(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String said,
            @AuthenticationPrincipal Organiser organiser,
            Model model) {
        show(event, "bookings", organiser, model);
        model.addAttribute("said", SAID.contains(said) ? "event.said." + said : null);
        return "web/organiser/event";
    }

    @GetMapping("/organise/events/{event}/waiting")
    String waiting(@PathVariable String event, @AuthenticationPrincipal Organiser organiser, Model model) {
        show(event, "waiting", organiser, model);
        return "web/organiser/event";
    }

    @GetMapping("/organise/events/{event}/publish")
    String askToPublish(@PathVariable String event, @AuthenticationPrincipal Organiser organiser, Model model) {
        model.addAttribute("page", page(event, organiser));
        model.addAttribute("errors", FormErrors.none());
        return "web/organiser/publish";
    }

    @PostMapping("/organise/events/{event}/publish")
    String publish(
            @PathVariable String event,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        try {
            events.publish(organiser.caller(), event);
            return "redirect:/organise/events/" + event + "?said=published";
        } catch (ServiceRefusal refusal) {
            return again("web/organiser/publish", event, errorsOf(refusal), organiser, response, model);
        }
    }

    @GetMapping("/organise/events/{event}/call-off")
    String askToCallOff(@PathVariable String event, @AuthenticationPrincipal Organiser organiser, Model model) {
        model.addAttribute("page", page(event, organiser));
        model.addAttribute("errors", FormErrors.none());
        model.addAttribute("reason", "");
        return "web/organiser/call-off";
    }

    @PostMapping("/organise/events/{event}/call-off")
    String callOff(
            @PathVariable String event,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("reason", reason);
        if (reason.isBlank()) {
            var missing = FormErrors.one("reason", words.getMessage("call-off.reason.missing", null, Locale.UK));
            return again("web/organiser/call-off", event, missing, organiser, response, model);
        }
        try {
            events.callOff(organiser.caller(), event, reason.strip());
            return "redirect:/organise/events/" + event + "?said=called-off";
        } catch (ServiceRefusal refusal) {
            return again("web/organiser/call-off", event, errorsOf(refusal), organiser, response, model);
        }
    }

    private String again(
            String view,
            String event,
            FormErrors errors,
            Organiser organiser,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(event, organiser));
        model.addAttribute("errors", errors);
        return view;
    }

    private FormErrors errorsOf(ServiceRefusal refusal) {
        if (refusal.notFound()) {
            throw refusal;
        }
        var errors = FormErrors.none();
        for (var error : refusal.errors()) {
            errors = errors.with(error.field().equals("reason") ? "reason" : "", error.message());
        }
        return errors.any() ? errors : FormErrors.one("", Refusals.wordsFor(refusal, words));
    }

    private void show(String event, String tab, Organiser organiser, Model model) {
        var attendees = Part.asked(pageCalls, () -> calls.attendees(organiser.caller(), event));
        var page = page(event, organiser);
        model.addAttribute("page", page);
        model.addAttribute("tab", tab);
        if (page.draft()) {
            attendees.answer().exceptionally(notYetKnown -> new Part<>(List.of(), null));
            model.addAttribute("lists", new Part<>(Lists.of(List.of()), null));
            return;
        }
        model.addAttribute("lists", known(attendees).map(all -> Lists.of(lines(all, page.zone()))));
    }

    /** Attendee-service may not have heard of an event published a moment ago: nobody has booked then. */
    private static Part<List<OrganiserCalls.AttendeeView>> known(
            Part.Asked<List<OrganiserCalls.AttendeeView>> attendees) {
        try {
            return attendees.get();
        } catch (ServiceRefusal refusal) {
            if (refusal.notFound()) {
                return new Part<>(List.of(), null);
            }
            throw refusal;
        }
    }

    private static List<Line> lines(List<OrganiserCalls.AttendeeView> all, ZoneId zone) {
        return all.stream().map(one -> Line.of(one, zone)).toList();
    }

    private EventPage page(String event, Organiser organiser) {
        var numbers = Part.asked(
                pageCalls, () -> events.overviewOf(organiser.caller(), event).orElseThrow(NoSuchEvent::here));
        var found = events.event(organiser.caller(), event).orElseThrow(NoSuchEvent::here);
        return EventPage.of(
                found,
                numbers.get().map(seen -> EventCard.of(seen).numbers()),
                settings.baseUrl().toString(),
                clock.instant());
    }

    /** Everybody by where they stand: places first by name, then the queue in its order. */
    record Lists(List<Line> bookings, List<Line> waiting) {

        static Lists of(List<Line> all) {
            var byName = Comparator.comparing((Line line) -> line.name().toLowerCase(Locale.UK));
            return new Lists(
                    all.stream()
                            .filter(line -> !queued(line))
                            .sorted(Comparator.comparing((Line line) -> !line.hasPlace())
                                    .thenComparing(byName))
                            .toList(),
                    all.stream()
                            .filter(Lists::queued)
                            .sorted(Comparator.comparing(
                                            (Line line) -> !line.status().equals("OFFERED"))
                                    .thenComparing(Line::position))
                            .toList());
        }

        private static boolean queued(Line line) {
            return line.status().equals("WAITING") || line.status().equals("OFFERED");
        }
    }
}
