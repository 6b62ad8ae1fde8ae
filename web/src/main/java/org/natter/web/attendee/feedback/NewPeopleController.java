package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 2: who did you talk to for the first time? An empty step asks once; "nobody" is an answer. */
@Controller
class NewPeopleController {

    private static final Map<String, String> FIELDS = Map.of("words", "someone", "met", "nobody");

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final Steps steps;
    private final FormAnswers words;

    NewPeopleController(FeedbackApi answers, NameLookup naming, Steps steps, FormAnswers words) {
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
        this.words = words;
    }

    @GetMapping("/feedback/2")
    String ask(HttpServletRequest request, Model model) {
        return steps.withNames(
                request, model, (named, saved) -> show(named, NewPeopleForm.of(saved), FormState.FRESH, model));
    }

    @PostMapping("/feedback/2")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = NewPeopleForm.of(form);
        var pressed = StepButton.of(form);
        return steps.with(request, model, pass -> {
            if (!typed.saysAnything() && pressed != StepButton.SEND) {
                var missing = FormErrors.one("nobody", words.say("attendee.feedback.new.missing"));
                var state = FormState.toPutRight(missing, response);
                return show(naming.people(pass).get(), typed, state, model);
            }
            return FormState.send(
                    response,
                    FIELDS,
                    () -> {
                        if (typed.saysAnything()) {
                            var met = naming.withSomeone(typed.ticked(), typed.someone(), pass);
                            answers.save(pass.caller(), pass.attendance(), typed.step(met));
                        }
                        var next = pressed == StepButton.ANOTHER ? "/feedback/2" : "/feedback/3";
                        return steps.goOn(pressed, pass, next);
                    },
                    state -> show(naming.people(pass).get(), typed, state, model));
        });
    }

    private static String show(KnownNames named, NewPeopleForm typed, FormState state, Model model) {
        model.addAttribute("named", named);
        var boxes = named.boxes(List.of(), typed.ticked());
        model.addAttribute("boxes", boxes);
        model.addAttribute("letters", KnownNames.letters(boxes));
        model.addAttribute("kept", named.withoutBox(typed.ticked()));
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        return "web/attendee/feedback-2";
    }
}
