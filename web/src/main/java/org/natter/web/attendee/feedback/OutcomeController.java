package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.Notice;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Refused;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Visit;
import org.natter.web.attendee.Visit.Talk;
import org.natter.web.attendee.Who;
import org.natter.web.attendee.feedback.Gathering.Box;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Something did": what came of it, told once however often the button is pressed. */
@Controller
class OutcomeController {

    private static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final Set<String> THANKS = Set.of("chat", "told");

    private final Answers answers;
    private final Names names;
    private final Phrases phrases;
    private final Clock clock;

    OutcomeController(Answers answers, Names names, Phrases phrases, Clock clock) {
        this.answers = answers;
        this.names = names;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GetMapping("/follow-up/tell")
    String ask(HttpServletRequest request, Model model) {
        return new Visit(request)
                .pass(Talk.FOLLOW_UP)
                .map(pass -> show(pass, OutcomeForm.empty(), Trouble.NONE, model))
                .orElseGet(() -> rested(model));
    }

    @PostMapping("/follow-up/tell")
    String tell(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        return new Visit(request)
                .pass(Talk.FOLLOW_UP)
                .map(pass -> tell(pass, OutcomeForm.of(sent), response, model))
                .orElseGet(() -> rested(model));
    }

    @GetMapping("/follow-up/thanks")
    String thanks(@RequestParam(defaultValue = "") String said, Model model) {
        return Notice.of("follow-up.thanks." + (THANKS.contains(said) ? said : "not-yet"), phrases)
                .leadingToHistory(phrases)
                .in(model);
    }

    private String tell(AnswerPass pass, OutcomeForm typed, HttpServletResponse response, Model model) {
        var problems = typed.problems(phrases);
        if (problems.any()) {
            return show(pass, typed, Trouble.in(problems, response), model);
        }
        try {
            var credited = new Someone(typed.someone()).after(typed.who(), pass, names);
            answers.report(pass, typed.outcome(credited));
            return "redirect:/follow-up/thanks?said=" + (beganAsChat(pass, credited) ? "chat" : "told");
        } catch (Refused refused) {
            return refused.problems().isEmpty()
                    ? Notice.of("follow-up.over", phrases)
                            .leadingToHistory(phrases)
                            .in(model)
                    : show(pass, typed, Trouble.in(OutcomeForm.problemsOf(refused), response), model);
        } catch (OutOfReach asleep) {
            return show(pass, typed, Trouble.asleep(asleep, response), model);
        }
    }

    private boolean beganAsChat(AnswerPass pass, Collection<Who> credited) {
        try {
            return answers.find(pass).met().stream()
                    .anyMatch(
                            side -> credited.contains(side.who()) && side.talk().equals("CHAT"));
        } catch (OutOfReach | Refused unreadable) {
            return false;
        }
    }

    private String rested(Model model) {
        return Notice.of("feedback.rested", phrases).in(model);
    }

    private String show(AnswerPass pass, OutcomeForm typed, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var today = LocalDate.ofInstant(clock.instant(), HOME);
        return OutcomePage.of(boxes(pass, gathering, typed), gathering.asleep(), typed, today, trouble, phrases)
                .in(model, phrases);
    }

    /** Those the writer named then; where that can no longer be read, everybody listed and the writer's own words. */
    private List<Box> boxes(AnswerPass pass, Gathering gathering, OutcomeForm typed) {
        try {
            return answers.find(pass).met().stream()
                    .filter(Met::askAgain)
                    .map(side -> gathering.box(side.who(), typed.who(), phrases))
                    .toList();
        } catch (OutOfReach | Refused unreadable) {
            return gathering.boxesOfAll(Set.of(), typed.who(), phrases);
        }
    }
}
