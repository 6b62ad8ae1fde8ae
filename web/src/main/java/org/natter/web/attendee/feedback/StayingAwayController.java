package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.MessagePage;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AbsenceReason;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.FormLink;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.StayAway;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.natter.web.services.WritersApi.Greeting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** "Did you make it?" Yes leads to the form; no, to one optional reason. Only a button that a person presses says anything. */
@Controller
class StayingAwayController {

    private static final List<Option> REASONS =
            Option.of("attendee.reason.", EnumSet.complementOf(EnumSet.of(AbsenceReason.NOT_SAID)));

    private final FeedbackApi answers;
    private final FeedbackLinks links;
    private final NameLookup naming;

    StayingAwayController(FeedbackApi answers, FeedbackLinks links, NameLookup naming) {
        this.answers = answers;
        this.links = links;
        this.naming = naming;
    }

    /** The two large buttons; for whoever has said no, what they said and how to change it. */
    static String ask(@Nullable Greeting greeting, LinkToken token, FormLink link, Model model) {
        model.addAttribute("saidNo", link.stayedAway());
        model.addAttribute("reasonGiven", link.reasonGiven());
        model.addAttribute("greeting", greeting);
        model.addAttribute("token", token.value());
        return "web/attendee/did-you-make-it";
    }

    /** "No, not this time": kept at once, and one question more, which may be left. No said again takes no reason back. */
    @PostMapping("/feedback/stay-away")
    String stayAway(SubmittedForm form, HttpServletRequest request, Model model) {
        var token = form.token().orElseThrow(NotThere::here);
        var link = links.pressed(token, LinkKind.FEEDBACK, request);
        var instead = links.insteadOfForm(link, model);
        if (instead.isPresent()) {
            return instead.get();
        }
        if (!form.isPressed()) {
            return "redirect:/";
        }
        var reason = form.choice("reason", AbsenceReason.NOT_SAID);
        if (!link.stayedAway() || reason != AbsenceReason.NOT_SAID) {
            answers.stayAway(Caller.everybody(), new StayAway(token, reason));
        }
        if (reason != AbsenceReason.NOT_SAID || form.has("asked")) {
            model.addAttribute("greeting", naming.greeting(link.pass()).get());
            return MessagePage.of("feedback.stayed-away").in(model);
        }
        return why(naming.greeting(link.pass()).get(), token, true, link.reasonGiven(), model);
    }

    /**
     * One optional reason.
     *
     * @param noted whether their no is kept already, or comes with the page's own button: the mail's no
     * @param given whether a reason is kept, too; which it was is not shown, since mails are passed on
     */
    static String why(@Nullable Greeting greeting, LinkToken token, boolean noted, boolean given, Model model) {
        model.addAttribute("greeting", greeting);
        model.addAttribute("given", given);
        model.addAttribute("noted", noted);
        model.addAttribute("token", token.value());
        model.addAttribute("reasons", REASONS);
        return "web/attendee/stayed-away";
    }
}
