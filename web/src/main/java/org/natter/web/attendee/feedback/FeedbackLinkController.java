package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormSender;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.FormLink;
import org.natter.web.services.FeedbackApi.HowWasIt;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.Question;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Arriving by a feedback link. Looking saves nothing and opens no session; the first press brings a value the person chose,
 * and the link's secret moves from the page into the session.
 */
@Controller
class FeedbackLinkController {

    private final FeedbackApi answers;
    private final FeedbackLinks links;
    private final NameLookup naming;
    private final Steps steps;
    private final FormAnswers words;

    FeedbackLinkController(
            FeedbackApi answers, FeedbackLinks links, NameLookup naming, Steps steps, FormAnswers words) {
        this.answers = answers;
        this.links = links;
        this.naming = naming;
        this.steps = steps;
        this.words = words;
    }

    @GetMapping("/f/{token}")
    String arrive(@PathVariable LinkToken token, SubmittedForm shown, HttpServletRequest request, Model model) {
        var link = links.read(token, LinkKind.FEEDBACK);
        var star = star(shown);
        var instead = links.insteadOfForm(link, model);
        if (instead.isPresent()) {
            return instead.get();
        }
        var no = shown.text("there").equals("no");
        if (!link.answered()
                && link.asks() == Question.DID_YOU_MAKE_IT
                && !shown.text("there").equals("yes")) {
            var stopped = links.switchedOff(token);
            var greeting = naming.greeting(link.pass()).get();
            FeedbackLinks.show(stopped.get(), link, model);
            return no && !link.stayedAway()
                    ? StayingAwayController.why(greeting, token, false, false, model)
                    : StayingAwayController.ask(greeting, token, link, model);
        }
        return link.answered()
                ? answeredAlready(link, token, star, no, request, model)
                : show(link, token, new HowWasIt(star, 0), FormState.FRESH, model);
    }

    @PostMapping("/feedback")
    String begin(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var token = form.token().orElseThrow(NotThere::here);
        var typed = EveningController.typed(form);
        return FormState.send(
                response,
                Map.of(),
                () -> {
                    var link = links.pressed(token, LinkKind.FEEDBACK, request);
                    var instead = links.insteadOfForm(link, model);
                    if (instead.isPresent()) {
                        return instead.get();
                    }
                    if (link.answered() && !isOwn(link, request)) {
                        return answeredAlready(link, token, 0, false, request, model);
                    }
                    if (!form.has("go")) {
                        return show(link, token, typed, FormState.FRESH, model);
                    }
                    return FormSender.isOurs(request)
                            ? open(link, token, typed, StepButton.of(form), star(form), request)
                            : onceMore(link, token, typed, request, response, model);
                },
                state -> state.asleep() == null
                        ? show(links.read(token, LinkKind.FEEDBACK), token, typed, state, model)
                        : EveningController.show(null, token, typed, state, model));
    }

    /**
     * Another site may have sent this, with a link of its own: it must not begin a session in the place of the one that this
     * browser has, which is not to be seen here then. The page comes back as it was typed, and its own press counts.
     */
    private String onceMore(
            FormLink link,
            LinkToken token,
            HowWasIt typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var again = FormState.toPutRight(FormErrors.one("", words.say("attendee.feedback.once-more")), response);
        return link.answered()
                ? answeredAlready(link, token, 0, false, request, model)
                : show(link, token, typed, again, model);
    }

    /** @param inMail what was pressed in the mail after all was said: it is offered in the place of that; else 0 */
    private String open(
            FormLink link,
            LinkToken token,
            HowWasIt typed,
            StepButton pressed,
            int inMail,
            HttpServletRequest request) {
        // Before anything is saved: a session may be refused.
        new AttendeeSession(request).answer(LinkKind.FEEDBACK, link.pass(), token);
        if (pressed == StepButton.SKIP) {
            if (link.answered()) {
                EveningController.takeBack(answers, link.pass());
            }
        } else if (pressed != StepButton.CHANGE) {
            answers.save(link.pass().caller(), link.attendance(), typed);
        }
        var next = pressed == StepButton.CHANGE ? EveningController.withStar(inMail) : "/feedback/2";
        return Steps.leaving(steps.goOn(pressed, link.pass(), next), link.pass(), request);
    }

    private static int star(SubmittedForm form) {
        return EveningController.star(form.text("worth"));
    }

    /** @param star what was pressed in the mail now, after all was said; else 0; so for a no */
    private String answeredAlready(
            FormLink link, LinkToken token, int star, boolean no, HttpServletRequest request, Model model) {
        model.addAttribute("pressed", star);
        model.addAttribute("pressedNo", no);
        model.addAttribute("greeting", naming.greeting(link.pass()).get());
        model.addAttribute("own", isOwn(link, request));
        model.addAttribute("begun", !link.sent());
        model.addAttribute("token", token.value());
        return "web/attendee/feedback-answered";
    }

    /**
     * Whether the answer opens here: it was not sent yet, so that its link alone takes somebody back to it; or this browser has
     * shown that the link is its owner's, since it answered here or its owner is signed in.
     */
    private boolean isOwn(FormLink link, HttpServletRequest request) {
        return !link.sent() || naming.isOwn(link.attendance(), new AttendeeSession(request));
    }

    private String show(FormLink link, LinkToken token, HowWasIt typed, FormState state, Model model) {
        var stopped = links.switchedOff(token);
        var greeting = naming.greeting(link.pass()).get();
        FeedbackLinks.show(stopped.get(), link, model);
        return EveningController.show(greeting, token, typed, state, model);
    }
}
