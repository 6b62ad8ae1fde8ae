package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.natter.web.FormErrors;
import org.natter.web.attendee.Answers.Link;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.Answers.Opening;
import org.natter.web.attendee.Answers.Outcome;
import org.natter.web.attendee.Answers.Purpose;
import org.natter.web.attendee.DeadEnds.Notice;
import org.natter.web.attendee.Gathering.Box;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Did anything come of it?", months later. "Not yet" is one press; looking changes nothing. */
@Controller("attendeeFollowUpController")
class FollowUpController {

    private static final List<String> KINDS = List.of(
            "KEPT_IN_TOUCH",
            "INTRODUCED_ON",
            "ADVICE",
            "VISIT",
            "HELPED",
            "WORK_EXPERIENCE",
            "JOB",
            "WORKED_TOGETHER",
            "OTHER");
    private static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final int MONTHS_BACK = 12;

    private final Answers answers;
    private final Names names;
    private final Phrases phrases;
    private final Clock clock;

    FollowUpController(Answers answers, Names names, Phrases phrases, Clock clock) {
        this.answers = answers;
        this.names = names;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/w/{token}")
    String arrive(@PathVariable String token, Model model) {
        var secret = new Token(token);
        var link = read(secret);
        if (link.opening() != Opening.OPEN) {
            return over(model);
        }
        model.addAttribute("token", secret.value());
        model.addAttribute("event", titleOf(link));
        model.addAttribute("asleep", false);
        return "web/attendee/follow-up";
    }

    @PostMapping("/follow-up/not-yet")
    String notYet(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String press,
            HttpServletResponse response,
            Model model) {
        if (token.isBlank()) {
            throw NothingHere.atThisAddress();
        }
        if (!MyBookingController.isPressed(press)) {
            return arrive(token, model);
        }
        var secret = new Token(token);
        try {
            answers.notYet(secret);
            return "redirect:/follow-up/thanks?said=not-yet";
        } catch (Refused tooLate) {
            return over(model);
        } catch (OutOfReach asleep) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", DeadEnds.RETRY_SECONDS);
            model.addAttribute("token", secret.value());
            model.addAttribute("event", "");
            model.addAttribute("asleep", true);
            return "web/attendee/follow-up";
        }
    }

    /** "Something did": takes the link into the session; saves nothing yet. */
    @PostMapping("/follow-up")
    String begin(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Model model) {
        if (token.isBlank()) {
            throw NothingHere.atThisAddress();
        }
        var secret = new Token(token);
        var link = read(secret);
        if (link.opening() != Opening.OPEN) {
            return over(model);
        }
        new Visit(request).answer(Talk.FOLLOW_UP, link.pass(), secret);
        return "redirect:/follow-up/tell";
    }

    @GetMapping("/follow-up/tell")
    String tell(HttpServletRequest request, Model model) {
        var pass = new Visit(request).pass(Talk.FOLLOW_UP);
        if (pass.isEmpty()) {
            return lost(model);
        }
        return show(pass.get(), Typed.empty(), FormErrors.none(), null, model);
    }

    @PostMapping("/follow-up/tell")
    String report(
            @RequestParam(required = false) @Nullable List<String> who,
            @RequestParam(defaultValue = "") String someone,
            @RequestParam(defaultValue = "") String overheard,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = new Visit(request).pass(Talk.FOLLOW_UP);
        if (found.isEmpty()) {
            return lost(model);
        }
        var pass = found.get();
        var typed = new Typed(
                FormId.of(form),
                FeedbackController.ticked(who),
                someone,
                overheard.equals("yes"),
                KINDS.contains(kind) ? kind : "",
                direction.equals("GIVEN") || direction.equals("RECEIVED") ? direction : "",
                month.matches("20\\d\\d-(0[1-9]|1[0-2])") ? month : "");
        var problems = problems(typed);
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(pass, typed, problems, null, model);
        }
        try {
            var credited = new LinkedHashSet<>(typed.who());
            if (!someone.isBlank()) {
                credited.add(names.label(pass, someone.strip()));
            }
            answers.report(pass, typed.outcome(List.copyOf(credited)));
            return "redirect:/follow-up/thanks?said=" + (beganAsChat(pass, credited) ? "chat" : "told");
        } catch (Refused refused) {
            if (refused.problems().isEmpty()) {
                return over(model);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(pass, typed, onThisPage(refused), null, model);
        } catch (OutOfReach asleep) {
            var part = FeedbackController.tellAsleep(asleep, response).part();
            return show(pass, typed, FormErrors.none(), part, model);
        }
    }

    @GetMapping("/follow-up/thanks")
    String thanks(@RequestParam(defaultValue = "") String said, Model model) {
        var key = said.equals("chat") || said.equals("told") ? said : "not-yet";
        model.addAttribute(
                "page",
                new Notice(
                        phrases.say("follow-up.thanks." + key + ".title"),
                        phrases.say("follow-up.thanks." + key + ".words"),
                        phrases.say("history.button"),
                        "/history"));
        return "web/attendee/notice";
    }

    private FormErrors problems(Typed typed) {
        var problems = new ArrayList<FormErrors.Item>();
        if (typed.who().isEmpty() && typed.someone().isBlank() && !typed.overheard()) {
            problems.add(new FormErrors.Item("overheard", phrases.say("follow-up.who.missing")));
        }
        if (typed.kind().isEmpty()) {
            problems.add(new FormErrors.Item("kind", phrases.say("follow-up.kind.missing")));
        }
        if (typed.month().isEmpty()) {
            problems.add(new FormErrors.Item("month", phrases.say("follow-up.month.missing")));
        }
        return new FormErrors(problems);
    }

    /** The service's words beside this page's fields. */
    private static FormErrors onThisPage(Refused refused) {
        return new FormErrors(refused.problems().stream()
                .map(item -> new FormErrors.Item(
                        item.field().startsWith("credited")
                                ? "overheard"
                                : item.field().equals("year") ? "month" : item.field(),
                        item.words()))
                .toList());
    }

    private boolean beganAsChat(AnswerPass pass, Set<Who> credited) {
        try {
            return answers.find(pass).met().stream()
                    .anyMatch(
                            side -> credited.contains(side.who()) && side.talk().equals("CHAT"));
        } catch (OutOfReach | Refused unreadable) {
            return false;
        }
    }

    private String show(
            AnswerPass pass, Typed typed, FormErrors problems, OutOfReach.@Nullable Part part, Model model) {
        var gathering = Gathering.of(names, pass);
        var boxes = boxes(pass, gathering, typed);
        model.addAttribute("page", new Tell(boxes, gathering.asleep(), typed, months(), problems, part));
        model.addAttribute("kinds", Choice.list(phrases, "kind", KINDS.toArray(String[]::new)));
        model.addAttribute("directions", Choice.list(phrases, "follow-up.direction", "RECEIVED", "GIVEN"));
        return "web/attendee/follow-up-tell";
    }

    /** Those the writer named then; where that can no longer be read, everybody listed and the writer's own words. */
    private List<Box> boxes(AnswerPass pass, Gathering gathering, Typed typed) {
        try {
            return answers.find(pass).met().stream()
                    .filter(Met::askAgain)
                    .map(side -> new Box(
                            side.who(),
                            gathering.nameOf(side.who(), phrases),
                            "",
                            side.who().kind() == Who.Kind.LABEL,
                            typed.who().contains(side.who())))
                    .toList();
        } catch (OutOfReach | Refused unreadable) {
            var labels = gathering.labels().keySet().stream()
                    .map(label -> new Who(Who.Kind.LABEL, label))
                    .toList();
            return gathering.boxes(Set.of(), typed.who(), labels, phrases);
        }
    }

    /** This month and those before it, latest first. */
    private List<MonthChoice> months() {
        var now = LocalDate.ofInstant(clock.instant(), HOME).withDayOfMonth(1);
        var months = new ArrayList<MonthChoice>();
        months.add(new MonthChoice("", phrases.say("follow-up.month.choose")));
        for (int back = 0; back < MONTHS_BACK; back++) {
            var month = now.minusMonths(back);
            months.add(new MonthChoice(
                    month.toString().substring(0, 7), InWords.month(month.getMonthValue()) + " " + month.getYear()));
        }
        return months;
    }

    private Link read(Token token) {
        return answers.read(token)
                .filter(link -> link.purpose() == Purpose.FOLLOW_UP)
                .orElseThrow(NothingHere::atThisAddress);
    }

    private String titleOf(Link link) {
        try {
            return names.greeting(link.pass()).eventTitle();
        } catch (OutOfReach asleep) {
            return "";
        }
    }

    private String over(Model model) {
        model.addAttribute(
                "page",
                new Notice(
                        phrases.say("follow-up.over.title"),
                        phrases.say("follow-up.over.words"),
                        phrases.say("history.button"),
                        "/history"));
        return "web/attendee/notice";
    }

    private String lost(Model model) {
        model.addAttribute(
                "page", new Notice(phrases.say("feedback.rested.title"), phrases.say("feedback.rested.words"), "", ""));
        return "web/attendee/notice";
    }

    /** A month that can be chosen: 2026-10 and "October 2026". */
    record MonthChoice(String value, String words) {}

    /** The outcome form's page. */
    record Tell(
            List<Box> boxes,
            boolean namesAsleep,
            Typed typed,
            List<MonthChoice> months,
            FormErrors problems,
            OutOfReach.@Nullable Part part) {}

    /** The outcome form as it was typed. */
    record Typed(
            FormId form, Set<Who> who, String someone, boolean overheard, String kind, String direction, String month) {

        static Typed empty() {
            return new Typed(FormId.fresh(), Set.of(), "", false, "", "", "");
        }

        Outcome outcome(List<Who> credited) {
            var given = direction.isEmpty() ? kind.equals("HELPED") : direction.equals("GIVEN");
            return new Outcome(
                    form,
                    kind,
                    given ? "GIVEN" : "RECEIVED",
                    Integer.parseInt(month.substring(0, 4)),
                    Integer.parseInt(month.substring(5)),
                    credited,
                    overheard);
        }
    }
}
