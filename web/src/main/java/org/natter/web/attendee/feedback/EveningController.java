package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 1, once the link's secret is in the session: how was it? */
@Controller
class EveningController {

    private final Answers answers;
    private final Names names;
    private final Steps steps;
    private final Phrases phrases;

    EveningController(Answers answers, Names names, Steps steps, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.steps = steps;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/1")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> show(pass, EveningForm.of(answers.find(pass)), Trouble.NONE, model));
    }

    @PostMapping("/feedback/1")
    String save(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.with(request, model, pass -> {
            var typed = EveningForm.of(sent);
            if (typed.skipped()) {
                return "redirect:/feedback/2";
            }
            var problems = typed.problems(phrases);
            if (problems.any()) {
                return show(pass, typed, Trouble.in(problems, response), model);
            }
            try {
                answers.saveEvening(pass, typed.worthComing(), typed.feltWelcome());
                return steps.goOn(typed.go(), pass, "/feedback/2");
            } catch (OutOfReach asleep) {
                return show(pass, typed, Trouble.asleep(asleep, response), model);
            }
        });
    }

    private String show(AnswerPass pass, EveningForm typed, Trouble trouble, Model model) {
        var head = Head.of(Gathering.of(names, pass), phrases);
        return EveningPage.of(head, null, typed, trouble).in(model);
    }
}
