package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.feedback.SendingPages.Check;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** After the steps: check your answers, Send, and the thank-you with its recap. */
@Controller
class SendingController {

    private final Answers answers;
    private final Names names;
    private final Steps steps;
    private final Phrases phrases;

    SendingController(Answers answers, Names names, Steps steps, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.steps = steps;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/check")
    String check(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var gathering = Gathering.of(names, pass);
            var lines = new Recap(phrases, gathering).lines(answers.find(pass));
            model.addAttribute("page", new Check(Head.of(gathering, phrases), lines, null));
            return "web/attendee/feedback-check";
        });
    }

    @PostMapping("/feedback/send")
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.with(request, model, pass -> {
            try {
                return steps.goOn("send", pass, "");
            } catch (OutOfReach asleep) {
                var head = Head.of(Gathering.of(names, pass), phrases);
                model.addAttribute(
                        "page",
                        new Check(
                                head,
                                List.of(),
                                Trouble.asleep(asleep, response).part()));
                return "web/attendee/feedback-check";
            }
        });
    }

    @GetMapping("/feedback/thanks")
    String thanks(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var recap = new Recap(phrases, Gathering.of(names, pass));
            model.addAttribute("page", recap.thanks(answers.find(pass), pass));
            return "web/attendee/feedback-thanks";
        });
    }
}
