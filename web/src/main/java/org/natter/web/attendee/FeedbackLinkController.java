package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.FormErrors;
import org.natter.web.attendee.Answers.Link;
import org.natter.web.attendee.Answers.Opening;
import org.natter.web.attendee.Answers.Purpose;
import org.natter.web.attendee.DeadEnds.Notice;
import org.natter.web.attendee.FeedbackPages.Evening;
import org.natter.web.attendee.FeedbackPages.Head;
import org.natter.web.attendee.FeedbackPages.Trouble;
import org.natter.web.attendee.OutOfReach.Part;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.http.HttpStatus;
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
@Controller("attendeeFeedbackLinkController")
class FeedbackLinkController {

    private final Answers answers;
    private final Names names;
    private final Histories histories;
    private final Programme programme;
    private final Phrases phrases;

    FeedbackLinkController(Answers answers, Names names, Histories histories, Programme programme, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.histories = histories;
        this.programme = programme;
        this.phrases = phrases;
    }

    @GetMapping("/f/{token}")
    String arrive(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String worth,
            HttpServletRequest request,
            Model model) {
        var secret = new Token(token);
        var link = read(secret);
        return closed(link, model).orElseGet(() -> {
            if (link.answered()) {
                return answeredAlready(link, secret, request, model);
            }
            var gathering = Gathering.of(names, link.pass());
            return evening(gathering, secret, FeedbackLinkController.star(worth), 0, Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback")
    String begin(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "0") String worthComing,
            @RequestParam(defaultValue = "0") String feltWelcome,
            @RequestParam(defaultValue = "") String go,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (token.isBlank()) {
            throw NothingHere.atThisAddress();
        }
        var secret = new Token(token);
        var worth = star(worthComing);
        var welcome = star(feltWelcome);
        try {
            var link = read(secret);
            var closed = closed(link, model);
            if (closed.isPresent()) {
                return closed.get();
            }
            if (link.answered() && !isOwn(link, request)) {
                return answeredAlready(link, secret, request, model);
            }
            if (go.equals("change") || go.equals("skip")) {
                new Visit(request).answer(Talk.FEEDBACK, link.pass(), secret);
                return go.equals("change") ? "redirect:/feedback/1" : "redirect:/feedback/2";
            }
            if (worth == 0 && welcome == 0) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var trouble = Trouble.with(FormErrors.one("worthComing", phrases.say("feedback.evening.missing")));
                return evening(Gathering.of(names, link.pass()), secret, worth, welcome, trouble, model);
            }
            answers.saveEvening(link.pass(), worth, welcome);
            new Visit(request).answer(Talk.FEEDBACK, link.pass(), secret);
            if (go.equals("send")) {
                answers.send(link.pass());
                return "redirect:/feedback/thanks";
            }
            return "redirect:/feedback/2";
        } catch (OutOfReach asleep) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", DeadEnds.RETRY_SECONDS);
            var head = new Head("", phrases.say("feedback.title"));
            model.addAttribute(
                    "page", new Evening(head, secret.value(), worth, welcome, FormErrors.none(), Part.FEEDBACK));
            return "web/attendee/feedback-1";
        }
    }

    /** "Not you? Tell us": closes what this browser had open; the owner's answers stay untouched. */
    @PostMapping("/feedback/not-me")
    String notMe(HttpServletRequest request, Model model) {
        new Visit(request).forget(Talk.FEEDBACK);
        return notice("feedback.not-me", "", "", model);
    }

    @PostMapping("/feedback/stop")
    String stop(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String press,
            HttpServletRequest request) {
        if (!MyBookingController.isPressed(press)) {
            return "redirect:/";
        }
        var visit = new Visit(request);
        var link = token.isBlank()
                ? visit.link(Talk.FEEDBACK).or(() -> visit.link(Talk.FOLLOW_UP))
                : Optional.of(new Token(token));
        answers.stop(link.orElseThrow(NothingHere::atThisAddress));
        return "redirect:/feedback/stopped";
    }

    @GetMapping("/feedback/stopped")
    String stopped(Model model) {
        return notice("feedback.stopped", "", "", model);
    }

    private Link read(Token token) {
        return answers.read(token)
                .filter(link -> link.purpose() == Purpose.FEEDBACK)
                .orElseThrow(NothingHere::atThisAddress);
    }

    private Optional<String> closed(Link link, Model model) {
        if (link.opening() == Opening.OPEN) {
            return Optional.empty();
        }
        var history = phrases.say("history.button");
        if (link.opening() == Opening.CALLED_OFF) {
            return Optional.of(notice("feedback.called-off", phrases.say("whats-on.button"), "/", model));
        }
        if (link.opening() == Opening.CLOSED) {
            return Optional.of(notice("feedback.closed", history, "/history", model));
        }
        var title = phrases.say("feedback.read-only.title");
        var words = phrases.say(
                "feedback.read-only.words",
                closingDay(link.closesAt(), link.pass().event()));
        model.addAttribute("page", new Notice(title, words, history, "/history"));
        return Optional.of("web/attendee/notice");
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

    private String evening(Gathering gathering, Token token, int worth, int welcome, Trouble trouble, Model model) {
        model.addAttribute(
                "page",
                new Evening(
                        Head.of(gathering, phrases),
                        token.value(),
                        worth,
                        welcome,
                        trouble.problems(),
                        trouble.part()));
        return "web/attendee/feedback-1";
    }

    private String closingDay(@Nullable Instant closesAt, EventId event) {
        if (closesAt == null) {
            return phrases.say("feedback.some-days-ago");
        }
        return InWords.shortDay(closesAt.atZone(zoneOf(event)).toLocalDate());
    }

    private ZoneId zoneOf(EventId event) {
        try {
            return programme.find(event).map(Programme.PublicEvent::zone).orElse(ZoneId.of("Europe/London"));
        } catch (OutOfReach asleep) {
            return ZoneId.of("Europe/London");
        }
    }

    private String notice(String key, String button, String address, Model model) {
        model.addAttribute(
                "page", new Notice(phrases.say(key + ".title"), phrases.say(key + ".words"), button, address));
        return "web/attendee/notice";
    }

    static int star(String typed) {
        return typed.matches("[1-5]") ? Integer.parseInt(typed) : 0;
    }
}
