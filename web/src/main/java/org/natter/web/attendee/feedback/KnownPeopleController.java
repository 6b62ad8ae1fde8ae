package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.natter.web.forms.FormState;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.PagePart;
import org.natter.web.services.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 3: who did you catch up with? An empty step is an answer; only what differs is saved. */
@Controller
class KnownPeopleController {

    private static final Map<String, String> FIELDS = Map.of("words", "someone", "met", "someone");

    private static final List<Option> KNOWN_BEFORE =
            Option.of("attendee.known-before.", EnumSet.complementOf(EnumSet.of(KnownBefore.NOT_SAID)));

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final Steps steps;

    KnownPeopleController(FeedbackApi answers, NameLookup naming, Steps steps) {
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
    }

    @GetMapping("/feedback/3")
    String ask(HttpServletRequest request, Model model) {
        return steps.withNames(
                request,
                model,
                (named, saved) ->
                        show(named, NewPeopleForm.newIn(saved), KnownPeopleForm.of(saved), FormState.FRESH, model));
    }

    @PostMapping("/feedback/3")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = KnownPeopleForm.of(form);
        return steps.with(
                request,
                model,
                pass -> FormState.send(
                        response,
                        FIELDS,
                        () -> save(pass, typed, StepButton.of(form)),
                        state -> again(pass, typed, state, model)));
    }

    private String save(AnswerPass pass, KnownPeopleForm typed, StepButton pressed) {
        var saved = answers.answer(pass.caller(), pass.attendance());
        var met = naming.withSomeone(typed.ticked(), typed.someone(), pass);
        if (typed.differsFrom(saved)) {
            answers.save(pass.caller(), pass.attendance(), typed.step(met));
        }
        var nobody = met.isEmpty() && NewPeopleForm.newIn(saved).isEmpty();
        return steps.goOn(pressed, pass, nobody ? "/feedback/5" : "/feedback/4");
    }

    private String again(AnswerPass pass, KnownPeopleForm typed, FormState state, Model model) {
        var people = naming.people(pass);
        var saved = PagePart.of(() -> answers.answer(pass.caller(), pass.attendance()));
        return show(people.get(), saved.found().map(NewPeopleForm::newIn).orElse(Set.of()), typed, state, model);
    }

    /** Those who were new in step 2 are not asked about again. */
    private static String show(KnownNames named, Set<Who> fresh, KnownPeopleForm typed, FormState state, Model model) {
        model.addAttribute("named", named);
        var boxes = named.boxes(fresh, typed.ticked());
        model.addAttribute("boxes", boxes);
        model.addAttribute("letters", KnownNames.letters(boxes));
        model.addAttribute("kept", named.withoutBox(typed.ticked()));
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        model.addAttribute("knownBefore", KNOWN_BEFORE);
        return "web/attendee/feedback-3";
    }
}
