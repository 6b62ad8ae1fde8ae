package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormErrors;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Reason;
import org.natter.web.services.EventId;
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

/** The two steps in an event's life that people hear of: publishing it, and calling it off with a reason. */
@Controller
class PublishingController {

    private static final String PUBLISH = "web/organiser/publish";
    private static final String CALL_OFF = "web/organiser/call-off";

    private final EventApi events;
    private final EventPages pages;
    private final MessageSource words;

    PublishingController(EventApi events, EventPages pages, MessageSource words) {
        this.events = events;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/organise/events/{event}/publish")
    String askToPublish(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        return show(PUBLISH, pages.of(event, organiser), FormErrors.none(), model);
    }

    @PostMapping("/organise/events/{event}/publish")
    String publish(
            @PathVariable EventId event,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        try {
            events.publish(organiser.caller(), event);
            return "redirect:/organise/events/" + event + "?said=published";
        } catch (ServiceRefusal refusal) {
            var errors = errorsOf(refusal);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(PUBLISH, pages.of(event, organiser), errors, model);
        }
    }

    @GetMapping("/organise/events/{event}/call-off")
    String askToCallOff(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        model.addAttribute("reason", "");
        return show(CALL_OFF, pages.of(event, organiser), FormErrors.none(), model);
    }

    @PostMapping("/organise/events/{event}/call-off")
    String callOff(
            @PathVariable EventId event,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("reason", reason);
        var page = pages.of(event, organiser);
        try {
            events.callOff(organiser.caller(), event, new Reason(reason.strip()));
            return "redirect:/organise/events/" + event + "?said=called-off";
        } catch (ServiceRefusal refusal) {
            var errors = errorsOf(refusal);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(CALL_OFF, page, errors, model);
        }
    }

    private FormErrors errorsOf(ServiceRefusal refusal) {
        if (refusal.isAbsent()) {
            throw refusal;
        }
        var errors = FormErrors.none();
        for (var error : refusal.errors()) {
            errors = errors.with(error.field().equals("reason") ? "reason" : "", error.message());
        }
        return errors.any() ? errors : FormErrors.one("", Refusals.wordsFor(refusal, words));
    }

    private static String show(String view, EventPage page, FormErrors errors, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("errors", errors);
        return view;
    }
}
