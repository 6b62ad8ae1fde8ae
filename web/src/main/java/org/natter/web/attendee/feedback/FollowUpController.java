package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.natter.web.attendee.Answering;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Answers.Link;
import org.natter.web.attendee.Answers.Opening;
import org.natter.web.attendee.Answers.Purpose;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.NothingHere;
import org.natter.web.attendee.Notice;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Refused;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Token;
import org.natter.web.attendee.Visit;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Months later: "Did anything come of it?" "Not yet" is one press; looking changes nothing. */
@Controller
class FollowUpController {

    private final Answers answers;
    private final LinkState links;
    private final Names names;
    private final Phrases phrases;

    FollowUpController(Answers answers, LinkState links, Names names, Phrases phrases) {
        this.answers = answers;
        this.links = links;
        this.names = names;
        this.phrases = phrases;
    }

    @GetMapping("/w/{token}")
    String arrive(@PathVariable String token, Model model) {
        return arrive(new Token(token), model);
    }

    @PostMapping("/follow-up/not-yet")
    String notYet(Sent sent, HttpServletResponse response, Model model) {
        var secret = sent.token().orElseThrow(NothingHere::atThisAddress);
        if (!sent.pressed()) {
            return arrive(secret, model);
        }
        try {
            answers.notYet(secret);
            return "redirect:/follow-up/thanks?said=not-yet";
        } catch (Refused tooLate) {
            return over().in(model);
        } catch (OutOfReach asleep) {
            Answering.later(response);
            return show(secret, "", true, model);
        }
    }

    /** "Something did": takes the link into the session; saves nothing yet. */
    @PostMapping("/follow-up")
    String begin(Sent sent, HttpServletRequest request, Model model) {
        var secret = sent.token().orElseThrow(NothingHere::atThisAddress);
        var link = links.read(secret, Purpose.FOLLOW_UP);
        if (link.opening() != Opening.OPEN) {
            return over().in(model);
        }
        new Visit(request).answer(Talk.FOLLOW_UP, link.pass(), secret);
        return "redirect:/follow-up/tell";
    }

    private String arrive(Token secret, Model model) {
        var link = links.read(secret, Purpose.FOLLOW_UP);
        return link.opening() == Opening.OPEN ? show(secret, titleOf(link), false, model) : over().in(model);
    }

    private Notice over() {
        return Notice.of("follow-up.over", phrases).leadingToHistory(phrases);
    }

    private static String show(Token secret, String event, boolean asleep, Model model) {
        model.addAttribute("token", secret.value());
        model.addAttribute("event", event);
        model.addAttribute("asleep", asleep);
        return "web/attendee/follow-up";
    }

    private String titleOf(Link link) {
        try {
            return names.greeting(link.pass()).eventTitle();
        } catch (OutOfReach asleep) {
            return "";
        }
    }
}
