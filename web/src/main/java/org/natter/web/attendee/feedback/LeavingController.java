package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.MessagePage;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.Press;
import org.natter.web.services.NotThere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The two ways out of being asked: "Not you? Tell us" and "Don't ask me about this event". */
@Controller
class LeavingController {

    private final FeedbackApi answers;

    LeavingController(FeedbackApi answers) {
        this.answers = answers;
    }

    /** Closes what this browser had open; the owner's answers stay untouched. */
    @PostMapping("/feedback/not-me")
    String notMe(HttpServletRequest request, Model model) {
        new AttendeeSession(request).forget(LinkKind.FEEDBACK);
        return MessagePage.of("feedback.not-me").in(model);
    }

    @PostMapping("/feedback/stop")
    String stop(SubmittedForm form, HttpServletRequest request) {
        if (!form.isPressed()) {
            return "redirect:/";
        }
        var visit = new AttendeeSession(request);
        var link = form.token().or(() -> visit.link(LinkKind.FEEDBACK)).or(() -> visit.link(LinkKind.FOLLOW_UP));
        answers.stop(Caller.everybody(), new Press(link.orElseThrow(NotThere::here)));
        return "redirect:/feedback/stopped";
    }

    @GetMapping("/feedback/stopped")
    String stopped(Model model) {
        return MessagePage.of("feedback.stopped").in(model);
    }
}
