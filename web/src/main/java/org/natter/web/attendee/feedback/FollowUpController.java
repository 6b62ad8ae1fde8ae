package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.MessagePage;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.LinkState;
import org.natter.web.services.Link;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.WritersApi.Greeting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Months later: "Did anything come of it?" "Not yet" is one press; looking changes nothing. */
@Controller
class FollowUpController {

    private final FeedbackApi answers;
    private final FeedbackLinks links;
    private final NameLookup naming;

    FollowUpController(FeedbackApi answers, FeedbackLinks links, NameLookup naming) {
        this.answers = answers;
        this.links = links;
        this.naming = naming;
    }

    @GetMapping("/w/{token}")
    String arrive(@PathVariable LinkToken token, Model model) {
        var link = links.read(token, LinkKind.FOLLOW_UP);
        var stopped = links.switchedOff(token);
        var greeting = naming.greeting(link.pass()).get();
        FeedbackLinks.show(stopped.get(), link, model);
        if (link.state() == LinkState.OPEN) {
            return show(token, link.answered(), greeting, FormState.FRESH, model);
        }
        model.addAttribute("greeting", greeting);
        return over().in(model);
    }

    @PostMapping("/follow-up/not-yet")
    String notYet(SubmittedForm form, HttpServletResponse response, Model model) {
        var token = form.token().orElseThrow(NotThere::here);
        if (!form.isPressed()) {
            return arrive(token, model);
        }
        try {
            answers.notYet(Caller.everybody(), new Link(token));
            return "redirect:/follow-up/thanks?said=" + OutcomeController.Said.NOT_YET;
        } catch (ServiceRefusal refusal) {
            var over = overUnlessAbsent(refusal);
            greet(links.read(token, LinkKind.FOLLOW_UP).pass(), model);
            return over.in(model);
        } catch (ServiceDown down) {
            return show(token, false, null, FormState.unsent(down, response), model);
        }
    }

    /** "Something did": takes the link into the session; saves nothing yet. */
    @PostMapping("/follow-up")
    String begin(SubmittedForm form, HttpServletRequest request, Model model) {
        var token = form.token().orElseThrow(NotThere::here);
        var link = links.pressed(token, LinkKind.FOLLOW_UP, request);
        if (link.state() != LinkState.OPEN) {
            greet(link.pass(), model);
            return over().in(model);
        }
        new AttendeeSession(request).answer(LinkKind.FOLLOW_UP, link.pass(), token);
        return "redirect:/follow-up/tell";
    }

    /** Of which event it is. */
    private void greet(AnswerPass pass, Model model) {
        model.addAttribute("greeting", naming.greeting(pass).get());
    }

    /** The link's time is over. */
    static MessagePage over() {
        return MessagePage.of("follow-up.over").leadingToHistory();
    }

    /** @throws ServiceRefusal for a link that stands for nothing any more */
    static MessagePage overUnlessAbsent(ServiceRefusal refusal) {
        if (refusal.isAbsent()) {
            throw refusal;
        }
        return over();
    }

    private static String show(
            LinkToken token, boolean answered, @Nullable Greeting greeting, FormState state, Model model) {
        model.addAttribute("answered", answered);
        model.addAttribute("token", token.value());
        model.addAttribute("greeting", greeting);
        model.addAttribute("state", state);
        return "web/attendee/follow-up";
    }
}
