package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi;
import org.springframework.context.MessageSource;
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
    private final MessageSource bundle;

    NewPeopleController(FeedbackApi answers, NameLookup naming, Steps steps, MessageSource bundle) {
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
        this.bundle = bundle;
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
                var words = bundle.getMessage("attendee.feedback.new.missing", null, Locale.UK);
                var state = FormState.toPutRight(FormErrors.one("nobody", words), response);
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
        model.addAttribute("boxes", named.boxes(List.of(), typed.ticked()));
        model.addAttribute("kept", named.withoutBox(typed.ticked()));
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        return "web/attendee/feedback-2";
    }
}
