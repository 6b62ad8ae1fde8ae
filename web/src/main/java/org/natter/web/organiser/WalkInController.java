package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.TryLater;
import org.natter.web.services.AttendeeApi;
import org.natter.web.services.EventId;
import org.natter.web.services.Sector;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody at the door who is not on the list; the form's own id makes pressing twice one arrival. */
@Controller
class WalkInController {

    private static final List<Option> SECTORS = Option.of("organise.sector.", Sector.OFFERED);

    private final AttendeeApi attendees;
    private final MessageSource words;

    WalkInController(AttendeeApi attendees, MessageSource words) {
        this.attendees = attendees;
        this.words = words;
    }

    @GetMapping("/organise/events/{event}/walk-in")
    String ask(@PathVariable EventId event, Model model) {
        return show(event, WalkInForm.empty(), FormErrors.none(), model);
    }

    @PostMapping("/organise/events/{event}/walk-in")
    String letIn(
            @PathVariable EventId event,
            @ModelAttribute("form") WalkInForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var errors = form.problems(words);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(event, form, errors, model);
        }
        try {
            return CheckInResult.shownAt(event, attendees.walkIn(organiser.caller(), event, form.toWalkIn()));
        } catch (ServiceRefusal refusal) {
            if (refusal.isAbsent()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("overLimit", refusal.is("over-limit"));
            return show(event, form, errorsOf(refusal), model);
        } catch (ServiceDown down) {
            TryLater.say(response);
            var asleep = words.getMessage(down.service().downMessage(), null, Locale.UK);
            return show(event, form, FormErrors.one("", asleep), model);
        }
    }

    private FormErrors errorsOf(ServiceRefusal refusal) {
        var errors = FormErrors.of(refusal);
        var key = refusal.is("over-limit") ? "check-in.result.OVER_LIMIT" : "refusal.other";
        return errors.any() ? errors : FormErrors.one("", words.getMessage(key, null, Locale.UK));
    }

    private static String show(EventId event, WalkInForm form, FormErrors errors, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("sectors", SECTORS);
        return "web/organiser/walk-in";
    }
}
