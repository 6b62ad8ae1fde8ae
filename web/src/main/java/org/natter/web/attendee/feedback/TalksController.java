package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 4: what sort of chats? Only for the people of steps 2 and 3; without any it is passed over. */
@Controller
class TalksController {

    private final Answers answers;
    private final Names names;
    private final Steps steps;
    private final Phrases phrases;

    TalksController(Answers answers, Names names, Steps steps, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.steps = steps;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/4")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var met = answers.find(pass).met();
            return met.isEmpty() ? "redirect:/feedback/5" : show(pass, met, Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/4")
    String save(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.with(request, model, pass -> {
            var typed = TalksForm.of(sent);
            try {
                if (!typed.talks().isEmpty()) {
                    answers.saveTalks(pass, typed.talks());
                }
                return steps.goOn(typed.go(), pass, "/feedback/5");
            } catch (OutOfReach asleep) {
                return show(pass, typed.asMet(), Trouble.asleep(asleep, response), model);
            }
        });
    }

    private String show(AnswerPass pass, List<Met> met, Trouble trouble, Model model) {
        return TalksPage.of(Gathering.of(names, pass), met, trouble, phrases).in(model);
    }
}
