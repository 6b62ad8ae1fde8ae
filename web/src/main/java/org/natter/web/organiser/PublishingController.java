package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Doors;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.CallOffReason;
import org.natter.web.services.EventId;
import org.natter.web.services.MailsApi;
import org.natter.web.services.MailsApi.PreviewWish;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The steps in an event's life: publishing it and calling it off with a reason, which people hear of, and deleting a draft,
 * which nobody does.
 */
@Controller
class PublishingController {

    private static final String PUBLISH = "web/organiser/publish";
    private static final String DELETE = "web/organiser/delete";
    private static final String CALL_OFF = "web/organiser/call-off";

    private final EventApi events;
    private final EventPages pages;
    private final Doors doors;
    private final FormAnswers answers;
    private final MailsApi mails;

    PublishingController(EventApi events, EventPages pages, Doors doors, FormAnswers answers, MailsApi mails) {
        this.mails = mails;
        this.events = events;
        this.pages = pages;
        this.doors = doors;
        this.answers = answers;
    }

    @GetMapping("/organise/events/{event}/publish")
    String askToPublish(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        return askOfADraft(PUBLISH, event, organiser, model);
    }

    private String askOfADraft(String view, EventId event, Organiser organiser, Model model) {
        var page = pages.of(event, organiser);
        return page.draft() ? show(view, page, FormErrors.none(), model) : "redirect:/organise/events/" + event;
    }

    @PostMapping("/organise/events/{event}/publish")
    String publish(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        return answers.send(
                response,
                Map.of(),
                () -> {
                    events.publish(organiser.caller(), event, form.version());
                    return "redirect:/organise/events/" + event + "?said=published";
                },
                errors -> askAgain(PUBLISH, event, organiser, errors, model));
    }

    @GetMapping("/organise/events/{event}/call-off")
    String askToCallOff(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var page = pages.of(event, organiser);
        if (!page.published() || page.over()) {
            return "redirect:/organise/events/" + event;
        }
        model.addAttribute("reason", "");
        model.addAttribute("event", event);
        return show(CALL_OFF, page, FormErrors.none(), model);
    }

    /** A typed reason outlives an event-service that is down: the page asks again without the event's name. */
    @PostMapping("/organise/events/{event}/call-off")
    String callOff(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var reason = form.words("reason");
        model.addAttribute("reason", reason);
        model.addAttribute("event", event);
        model.addAttribute("version", form.version());
        if (form.isTicked("see")) {
            return seeFirst(event, reason, organiser, response, model);
        }
        return answers.send(
                response,
                Map.of(),
                () -> {
                    events.callOff(organiser.caller(), event, form.version(), new CallOffReason(reason));
                    doors.calledOff(event);
                    return "redirect:/organise/events/" + event + "?said=called-off";
                },
                errors -> askForAReason(event, reason, organiser, errors, response, model));
    }

    /** The mail as it would go, under the form; nothing is called off and nobody told. */
    private String seeFirst(
            EventId event, String reason, Organiser organiser, HttpServletResponse response, Model model) {
        var errors = FormErrors.none();
        if (reason.isEmpty()) {
            errors =
                    errors.with("reason", answers.say("preview.reason.missing")).toPutRight(response);
        } else {
            model.addAttribute(
                    "preview",
                    PagePart.of(() -> mails.preview(organiser.caller(), event, PreviewWish.callingOff(reason))));
        }
        return askForAReason(event, reason, organiser, errors, response, model);
    }

    /**
     * What cannot be called off any more is not asked about again, and another reason than the one people got is given back;
     * while nobody can say, it is asked about.
     */
    private String askForAReason(
            EventId event,
            String reason,
            Organiser organiser,
            FormErrors errors,
            HttpServletResponse response,
            Model model) {
        var page = PagePart.of(() -> pages.of(event, organiser)).value();
        if (page != null
                && page.calledOff()
                && !reason.isEmpty()
                && !reason.equals(page.event().reason())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("page", page);
            model.addAttribute("step", "event.call-off");
            model.addAttribute("typed", List.of(reason));
            return "web/organiser/event-over";
        }
        if (page != null && (!page.published() || page.over())) {
            return "redirect:/organise/events/" + event + (page.calledOff() ? "?said=called-off-already" : "");
        }
        return show(CALL_OFF, page, errors, model);
    }

    /** Of what is a draft no more the event's page says what has become of it. */
    private String askAgain(String view, EventId event, Organiser organiser, FormErrors errors, Model model) {
        var page = pages.of(event, organiser);
        if (!page.draft()) {
            return "redirect:/organise/events/" + event + (page.calledOff() ? "" : "?said=published-already");
        }
        return show(view, page, errors.aboutTheWhole(), model);
    }

    @GetMapping("/organise/events/{event}/delete")
    String askToDelete(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        return askOfADraft(DELETE, event, organiser, model);
    }

    /** A draft that is gone already is as good as deleted. */
    @PostMapping("/organise/events/{event}/delete")
    String delete(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        return answers.send(
                response,
                Map.of(),
                () -> {
                    discard(event, form.version(), organiser);
                    return "redirect:/organise/events?show=drafts&said=deleted";
                },
                errors -> askAgain(DELETE, event, organiser, errors, model));
    }

    private void discard(EventId event, long version, Organiser organiser) {
        try {
            events.discard(organiser.caller(), event, version);
        } catch (ServiceRefusal refusal) {
            if (!refusal.isAbsent()) {
                throw refusal;
            }
        }
    }

    private static String show(String view, @Nullable EventPage page, FormErrors errors, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("errors", errors);
        return view;
    }
}
