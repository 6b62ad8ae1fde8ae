package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Answers.Link;
import org.natter.web.attendee.Answers.Purpose;
import org.natter.web.attendee.Histories;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.NothingHere;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Token;
import org.natter.web.attendee.Visit;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Arriving by a feedback link. Looking saves nothing and opens no session; the first press brings a value the person chose,
 * and the link's secret moves from the page into the session.
 */
@Controller
class FeedbackLinkController {

    private final Answers answers;
    private final LinkState links;
    private final Names names;
    private final Histories histories;
    private final Phrases phrases;

    FeedbackLinkController(Answers answers, LinkState links, Names names, Histories histories, Phrases phrases) {
        this.answers = answers;
        this.links = links;
        this.names = names;
        this.histories = histories;
        this.phrases = phrases;
    }

    @GetMapping("/f/{token}")
    String arrive(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String worth,
            HttpServletRequest request,
            Model model) {
        var secret = new Token(token);
        var link = links.read(secret, Purpose.FEEDBACK);
        var instead = links.insteadOfForm(link);
        if (instead.isPresent()) {
            return instead.get().in(model);
        }
        return link.answered()
                ? answeredAlready(link, secret, request, model)
                : show(link, secret, EveningForm.preselected(worth), Trouble.NONE, model);
    }

    @PostMapping("/feedback")
    String begin(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        var secret = sent.token().orElseThrow(NothingHere::atThisAddress);
        var typed = EveningForm.of(sent);
        try {
            var link = links.read(secret, Purpose.FEEDBACK);
            var instead = links.insteadOfForm(link);
            if (instead.isPresent()) {
                return instead.get().in(model);
            }
            if (link.answered() && !isOwn(link, request)) {
                return answeredAlready(link, secret, request, model);
            }
            return open(link, secret, typed, request, response, model);
        } catch (OutOfReach asleep) {
            return EveningPage.of(Head.nameless(phrases), secret, typed, Trouble.asleep(asleep, response))
                    .in(model);
        }
    }

    private String open(
            Link link,
            Token secret,
            EveningForm typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visit = new Visit(request);
        if (typed.go().equals("change") || typed.skipped()) {
            visit.answer(Talk.FEEDBACK, link.pass(), secret);
            return typed.skipped() ? "redirect:/feedback/2" : "redirect:/feedback/1";
        }
        var problems = typed.problems(phrases);
        if (problems.any()) {
            return show(link, secret, typed, Trouble.in(problems, response), model);
        }
        answers.saveEvening(link.pass(), typed.worthComing(), typed.feltWelcome());
        visit.answer(Talk.FEEDBACK, link.pass(), secret);
        if (typed.go().equals("send")) {
            answers.send(link.pass());
            return "redirect:/feedback/thanks";
        }
        return "redirect:/feedback/2";
    }

    private String answeredAlready(Link link, Token token, HttpServletRequest request, Model model) {
        model.addAttribute("own", isOwn(link, request));
        model.addAttribute("token", token.value());
        return "web/attendee/feedback-answered";
    }

    /** Whether this browser has shown that the link is its owner's: it answered here, or its owner is signed in. */
    private boolean isOwn(Link link, HttpServletRequest request) {
        var visit = new Visit(request);
        var attendance = link.pass().attendance();
        if (visit.pass(Talk.FEEDBACK)
                .filter(pass -> pass.attendance().equals(attendance))
                .isPresent()) {
            return true;
        }
        try {
            return visit.person()
                    .map(person -> histories.bookings(person.person()).stream()
                            .anyMatch(booking -> booking.attendance().equals(attendance.value())))
                    .orElse(false);
        } catch (OutOfReach asleep) {
            return false;
        }
    }

    private String show(Link link, Token token, EveningForm typed, Trouble trouble, Model model) {
        var head = Head.of(Gathering.of(names, link.pass()), phrases);
        return EveningPage.of(head, token, typed, trouble).in(model);
    }
}
