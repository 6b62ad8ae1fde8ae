package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.MessagePage;
import org.natter.web.attendee.StopPage;
import org.natter.web.attendee.TellingBothServices;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackMailsApi.Stopped;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.WritersApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The two ways out of being asked: "Not you? Tell us" and "Don't ask me about this event". */
@Controller
class LeavingController {

    private static final String NOT_ME = "redirect:/feedback/not-me";

    private final WritersApi writers;
    private final TellingBothServices both;
    private final StopPage page;
    private final FeedbackLinks links;

    LeavingController(WritersApi writers, TellingBothServices both, StopPage page, FeedbackLinks links) {
        this.writers = writers;
        this.both = both;
        this.page = page;
        this.links = links;
    }

    /** What comes of "Not you?"; its words are in the bundle. */
    enum Told {
        /** The link's owner hears that it reached somebody else. */
        OWNER,
        /** So do they, and something was answered by it already. */
        OWNER_OF_BEGUN,
        /** They hear it months after, when the form is closed. */
        OWNER_LATER,
        /** Nobody could be told. */
        NOBODY,
        /** The form was opened from a history, so somebody else is signed in here: not any more. */
        SIGNED_OUT
    }

    /** Closes what this browser had open and tells the link's owner; their answers stay untouched. The page says so first. */
    @PostMapping("/feedback/not-me")
    String notMe(SubmittedForm form, HttpServletRequest request) {
        var begun = form.isPressed()
                && form.token()
                        .map(token -> links.read(token, LinkKind.FEEDBACK).answered())
                        .orElse(true);
        return notMe(LinkKind.FEEDBACK, begun ? Told.OWNER_OF_BEGUN : Told.OWNER, form, request);
    }

    /** The same of the question months after. */
    @PostMapping("/follow-up/not-me")
    String notMeEither(SubmittedForm form, HttpServletRequest request) {
        return notMe(LinkKind.FOLLOW_UP, Told.OWNER_LATER, form, request);
    }

    private String notMe(LinkKind kind, Told heard, SubmittedForm form, HttpServletRequest request) {
        if (!form.isPressed()) {
            return "redirect:/";
        }
        var visit = new AttendeeSession(request);
        if (form.token().isEmpty() && visit.pass(kind, form).isEmpty()) {
            return NOT_ME + "?told=" + Told.NOBODY;
        }
        var byLink = form.token()
                .map(token -> links.pressed(token, kind, request).pass())
                .or(() -> visit.link(kind).flatMap(link -> visit.pass(kind)));
        var told = byLink.map(pass -> tell(pass, heard))
                .orElseGet(() -> visit.pass(kind)
                        .map(own -> {
                            visit.signOut();
                            return Told.SIGNED_OUT;
                        })
                        .orElse(Told.NOBODY));
        byLink.or(() -> visit.pass(kind)).ifPresent(pass -> visit.forget(kind, pass.attendance()));
        return NOT_ME + "?told=" + told;
    }

    @GetMapping("/feedback/not-me")
    String thanks(SubmittedForm shown, HttpServletRequest request, Model model) {
        var page = MessagePage.of("feedback.not-me." + shown.choice("told", Told.NOBODY));
        var signedIn = new AttendeeSession(request).person().isPresent();
        return (signedIn ? page.leadingToHistory() : page.leadingTo("/sign-in", "attendee.feedback.not-me.button"))
                .in(model);
    }

    private Told tell(AnswerPass pass, Told heard) {
        return PagePart.of(() -> said(pass, heard)).found().orElse(Told.NOBODY);
    }

    private Told said(AnswerPass pass, Told heard) {
        try {
            writers.notMine(pass.caller(), pass.attendance());
            return heard;
        } catch (ServiceRefusal erased) {
            return Told.NOBODY;
        }
    }

    /** The page says about which event, and has the way back. */
    @PostMapping("/feedback/stop")
    String stop(SubmittedForm form, HttpServletRequest request, Model model) {
        if (!form.isPressed()) {
            return "redirect:/";
        }
        var visit = new AttendeeSession(request);
        var link = form.token().or(() -> visit.link(LinkKind.FEEDBACK)).or(() -> visit.link(LinkKind.FOLLOW_UP));
        if (link.isEmpty()) {
            return MessagePage.of("feedback.rested").in(model);
        }
        var choice = both.stop(link.get(), Stopped.EVENT).orElseThrow(NotThere::here);
        return page.show(choice, link.get(), model);
    }
}
