package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.natter.web.attendee.feedback.TalksForm.ChatWith;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Chats;
import org.natter.web.services.FeedbackApi.IntroducedBy;
import org.natter.web.services.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What sort of chats? Only for the people ticked before; without any it is passed over. It is step 4 of feedback-service, and how well of step 3. */
@Controller
class TalksController {

    private static final Set<IntroducedBy> NOT_BY_A_GUEST =
            EnumSet.of(IntroducedBy.NOBODY, IntroducedBy.ORGANISER, IntroducedBy.ACTIVITY);

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final Steps steps;

    TalksController(FeedbackApi answers, NameLookup naming, Steps steps) {
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
    }

    @GetMapping("/feedback/4")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var people = naming.people(pass);
            var saved = answers.answer(pass.caller(), pass.attendance());
            steps.open(saved, model);
            var chats = TalksForm.of(saved);
            model.addAttribute("familiar", PeopleForm.knownIn(saved));
            model.addAttribute("little", PeopleForm.littleIn(saved));
            return chats.talks().isEmpty() ? "redirect:/feedback/5" : show(people.get(), chats, FormState.FRESH, model);
        });
    }

    @PostMapping("/feedback/4")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = TalksForm.of(form);
        var little = Who.ticked(form.all("little"));
        Function<KnownNames, Function<FormState, String>> again = named -> state -> {
            model.addAttribute("familiar", Who.ticked(form.all("familiar")));
            model.addAttribute("little", little);
            return show(named, typed, state, model);
        };
        return steps.posted(
                form,
                request,
                response,
                model,
                pass -> FormState.send(
                        response,
                        Map.of("talks", ""),
                        () -> {
                            saveHowWell(pass, little);
                            if (!typed.talks().isEmpty()) {
                                answers.save(pass.caller(), pass.attendance(), typed);
                            }
                            return steps.goOn(StepButton.of(form), pass, "/feedback/5");
                        },
                        state -> again.apply(naming.people(pass).get()).apply(state)),
                again.apply(KnownNames.none()));
    }

    /** Of those known before, who was known a little only; feedback-service keeps that with step 3. */
    private void saveHowWell(AnswerPass pass, Set<Who> little) {
        var saved = answers.answer(pass.caller(), pass.attendance());
        var known = PeopleForm.knownIn(saved);
        var said = PeopleForm.familiar(known, little, saved);
        if (!said.equals(PeopleForm.familiar(known, saved))) {
            answers.save(pass.caller(), pass.attendance(), said);
        }
    }

    private static String show(KnownNames named, Chats chats, FormState state, Model model) {
        model.addAttribute("named", named);
        model.addAttribute(
                "chats",
                chats.talks().stream().map(chat -> ChatWith.of(chat, named)).toList());
        model.addAttribute("notByAGuest", NOT_BY_A_GUEST);
        model.addAttribute("state", state);
        return "web/attendee/feedback-4";
    }
}
