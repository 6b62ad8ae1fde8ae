package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.FirstName;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.forms.FormState;
import org.natter.web.forms.OwnQuestionBox;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.Side;
import org.natter.web.services.NotThere;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.Talk;
import org.natter.web.services.WritersApi.EveningInWords;
import org.natter.web.services.WritersApi.Greeting;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** After the steps: check your answers, Send, and the thank-you with what the history makes of it. */
@Controller
class SendingController {

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final EveningFigures figures;
    private final Steps steps;

    SendingController(FeedbackApi answers, NameLookup naming, EveningFigures figures, Steps steps) {
        this.answers = answers;
        this.naming = naming;
        this.figures = figures;
        this.steps = steps;
    }

    @GetMapping("/feedback/check")
    String check(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var people = naming.people(pass);
            var words = naming.privateWords(pass);
            var answer = answers.answer(pass.caller(), pass.attendance());
            steps.open(answer, model);
            var named = people.get();
            model.addAttribute("greeting", named.greeting());
            model.addAttribute("answer", answer);
            model.addAttribute("privateWords", words.get());
            model.addAttribute(
                    "own", answer.own().stream().map(OwnQuestionBox::of).toList());
            model.addAttribute(
                    "chats",
                    TalksForm.of(answer).talks().stream()
                            .map(chat -> TalksForm.ChatWith.of(chat, named))
                            .toList());
            var known = answer.met().stream()
                    .filter(met -> !met.isNew())
                    .map(Side::who)
                    .toList();
            var fresh = answer.met().stream().filter(Side::isNew).map(Side::who).toList();
            model.addAttribute("little", PeopleForm.littleIn(answer));
            model.addAttribute(
                    "unsaid",
                    answer.met().stream()
                            .filter(met -> met.talk() == Talk.NOT_SAID)
                            .map(Side::who)
                            .toList());
            model.addAttribute("known", named.boxesOf(known));
            model.addAttribute("fresh", named.boxesOf(fresh));
            return "web/attendee/feedback-check";
        });
    }

    @PostMapping("/feedback/send")
    String send(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.posted(
                form,
                request,
                response,
                model,
                pass -> {
                    try {
                        return steps.goOn(StepButton.SEND, pass, "");
                    } catch (ServiceDown down) {
                        FormState.unsent(down, response);
                        model.addAttribute("greeting", naming.greeting(pass).get());
                        model.addAttribute("unsent", true);
                        return "web/attendee/feedback-check";
                    }
                },
                state -> steps.restedPage(form, model));
    }

    @GetMapping("/feedback/thanks")
    String thanks(SubmittedForm shown, HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            model.addAttribute("signedIn", new AttendeeSession(request).person().isPresent());
            var greeting = naming.greeting(pass);
            var answer = answers.answer(pass.caller(), pass.attendance());
            model.addAttribute("closed", steps.isClosed(answer));
            if (beyondFirstStep(answer)) {
                model.addAttribute("firstName", firstName(greeting.get()));
                var evening = figures.of(pass, answer.savedAt());
                model.addAttribute(
                        "figures", evening.map(EveningInWords::sentences).orElse(null));
                model.addAttribute(
                        "card",
                        evening.flatMap(known -> EveningCard.of(known, shown.isTicked("names")))
                                .orElse(null));
                model.addAttribute("names", shown.isTicked("names"));
                model.addAttribute("evidence", evidence(pass));
            }
            return "web/attendee/feedback-thanks";
        });
    }

    /** The card as a file to keep; without anybody's name unless its owner ticked it. */
    @GetMapping(path = "/feedback/thanks/evening.svg", produces = "image/svg+xml")
    ResponseEntity<String> picture(SubmittedForm shown, HttpServletRequest request) {
        var pass = new AttendeeSession(request).pass(LinkKind.FEEDBACK).orElseThrow(NotThere::here);
        var saved = answers.answer(pass.caller(), pass.attendance()).savedAt();
        var card = figures.of(pass, saved)
                .flatMap(known -> EveningCard.of(known, shown.isTicked("names")))
                .orElseThrow(NotThere::here);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evening.svg\"")
                .body(card.file());
    }

    private static boolean beyondFirstStep(Answer answer) {
        return !answer.met().isEmpty() || answer.stepsDone().stream().anyMatch(step -> step > 1);
    }

    private static String firstName(@Nullable Greeting greeting) {
        return greeting == null ? "" : FirstName.of(greeting.name());
    }

    /** One of two lines, always the same for the same evening. */
    private static int evidence(AnswerPass pass) {
        return 1 + Character.digit(pass.attendance().value().charAt(0), 16) % 2;
    }
}
