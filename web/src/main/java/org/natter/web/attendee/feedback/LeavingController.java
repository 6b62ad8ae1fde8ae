package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.NothingHere;
import org.natter.web.attendee.Notice;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Visit;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The two ways out of being asked: "Not you? Tell us" and "Don't ask me about this event". */
@Controller
class LeavingController {

    private final Answers answers;
    private final Phrases phrases;

    LeavingController(Answers answers, Phrases phrases) {
        this.answers = answers;
        this.phrases = phrases;
    }

    /** Closes what this browser had open; the owner's answers stay untouched. */
    @PostMapping("/feedback/not-me")
    String notMe(HttpServletRequest request, Model model) {
        new Visit(request).forget(Talk.FEEDBACK);
        return Notice.of("feedback.not-me", phrases).in(model);
    }

    @PostMapping("/feedback/stop")
    String stop(Sent sent, HttpServletRequest request) {
        if (!sent.pressed()) {
            return "redirect:/";
        }
        var visit = new Visit(request);
        var link = sent.token().or(() -> visit.link(Talk.FEEDBACK)).or(() -> visit.link(Talk.FOLLOW_UP));
        answers.stop(link.orElseThrow(NothingHere::atThisAddress));
        return "redirect:/feedback/stopped";
    }

    @GetMapping("/feedback/stopped")
    String stopped(Model model) {
        return Notice.of("feedback.stopped", phrases).in(model);
    }
}
