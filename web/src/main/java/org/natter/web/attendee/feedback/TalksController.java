package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.natter.web.attendee.feedback.TalksForm.ChatWith;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Chats;
import org.natter.web.services.FeedbackApi.IntroducedBy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 4: what sort of chats? Only for the people of steps 2 and 3; without any it is passed over. */
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
            var chats = TalksForm.of(answers.answer(pass.caller(), pass.attendance()));
            return chats.talks().isEmpty() ? "redirect:/feedback/5" : show(people.get(), chats, FormState.FRESH, model);
        });
    }

    @PostMapping("/feedback/4")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = TalksForm.of(form);
        return steps.with(
                request,
                model,
                pass -> FormState.send(
                        response,
                        Map.of("talks", ""),
                        () -> {
                            if (!typed.talks().isEmpty()) {
                                answers.save(pass.caller(), pass.attendance(), typed);
                            }
                            return steps.goOn(StepButton.of(form), pass, "/feedback/5");
                        },
                        state -> show(naming.people(pass).get(), typed, state, model)));
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
