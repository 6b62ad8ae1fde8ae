package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.HowWasIt;
import org.natter.web.services.LinkToken;
import org.natter.web.services.WritersApi.Greeting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 1, once the link's secret is in the session: how was it? */
@Controller
class EveningController {

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final Steps steps;

    EveningController(FeedbackApi answers, NameLookup naming, Steps steps) {
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
    }

    @GetMapping("/feedback/1")
    String ask(SubmittedForm shown, HttpServletRequest request, Model model) {
        var inMail = star(shown.text("worth"));
        return steps.with(request, model, pass -> {
            var greeting = naming.greeting(pass);
            var saved = answers.answer(pass.caller(), pass.attendance());
            steps.open(saved, model);
            var worth = inMail > 0 ? inMail : saved.worthComing();
            model.addAttribute("inMail", worth);
            model.addAttribute("before", saved.worthComing());
            return show(greeting.get(), null, new HowWasIt(worth, saved.feltWelcome()), FormState.FRESH, model);
        });
    }

    /** This page with what was pressed in the mail ticked, beside what was said before; 0 is nothing. */
    static String withStar(int inMail) {
        return "/feedback/1" + (inMail > 0 ? "?worth=" + inMail : "");
    }

    @PostMapping("/feedback/1")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = typed(form);
        var pressed = StepButton.of(form);
        return steps.posted(
                form,
                request,
                response,
                model,
                pass -> FormState.send(
                        response,
                        Map.of(),
                        () -> {
                            if (pressed == StepButton.SKIP) {
                                takeBack(answers, pass);
                            } else {
                                answers.save(pass.caller(), pass.attendance(), typed);
                            }
                            return steps.goOn(pressed, pass, "/feedback/2");
                        },
                        state -> show(naming.greeting(pass).get(), null, typed, state, model)),
                state -> show(null, null, typed, state, model));
    }

    /** "I'd rather not say": what this step said before is said no more; where it said nothing, nothing is saved. */
    static void takeBack(FeedbackApi answers, AnswerPass pass) {
        if (answers.answer(pass.caller(), pass.attendance()).saysHowItWas()) {
            answers.save(pass.caller(), pass.attendance(), HowWasIt.TAKEN_BACK);
        }
    }

    /** Both scales; 0 is not said. */
    static HowWasIt typed(SubmittedForm form) {
        return new HowWasIt(star(form.text("worthComing")), star(form.text("feltWelcome")));
    }

    /** From 1 to 5, else 0. */
    static int star(String typed) {
        return typed.matches("[1-5]") ? Integer.parseInt(typed) : 0;
    }

    /** @param token there only until the first press */
    static String show(
            @Nullable Greeting greeting, @Nullable LinkToken token, HowWasIt typed, FormState state, Model model) {
        model.addAttribute("greeting", greeting);
        model.addAttribute("token", token == null ? null : token.value());
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        return "web/attendee/feedback-1";
    }
}
