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

/**
 * Step 5: anything else? Private words go to attendee-service, before anything else is saved; a word for the organisers goes
 * to feedback-service, apart from the answer.
 */
@Controller
class AnythingElseController {

    private final Answers answers;
    private final Names names;
    private final Steps steps;
    private final Phrases phrases;

    AnythingElseController(Answers answers, Names names, Steps steps, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.steps = steps;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/5")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var saved = answers.find(pass);
            return show(pass, AnythingElseForm.of(saved), !saved.met().isEmpty(), Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/5")
    String save(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.with(request, model, pass -> {
            var typed = AnythingElseForm.of(sent);
            var problems = typed.problems(phrases);
            if (problems.any()) {
                return show(pass, typed, true, Trouble.in(problems, response), model);
            }
            try {
                save(pass, typed);
                return steps.goOn(typed.go(), pass, "/feedback/check");
            } catch (OutOfReach asleep) {
                return show(pass, typed, true, Trouble.asleep(asleep, response), model);
            }
        });
    }

    private void save(AnswerPass pass, AnythingElseForm typed) {
        var words = typed.privateWords();
        if (words != null && !words.strip().equals(names.privateWords(pass).strip())) {
            names.keepPrivateWords(pass, words.strip());
        }
        if (typed.choseAnything()) {
            answers.saveRest(pass, typed.familiarFaces(), typed.came());
        }
        if (!typed.comment().isBlank()) {
            answers.comment(pass, typed.commentId(), typed.comment().strip());
        }
    }

    private String show(AnswerPass pass, AnythingElseForm typed, boolean anybodyMet, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var words = typed.privateWords();
        if (words == null) {
            words = gathering.asleep() ? "" : names.privateWords(pass);
        }
        return AnythingElsePage.of(gathering, typed, words, anybodyMet, trouble, phrases)
                .in(model, phrases);
    }
}
