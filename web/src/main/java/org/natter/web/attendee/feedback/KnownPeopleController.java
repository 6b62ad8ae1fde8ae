package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.natter.web.attendee.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 3: who did you catch up with? An empty step is an answer; only what differs is saved. */
@Controller
class KnownPeopleController {

    private final Answers answers;
    private final Names names;
    private final ClosingDay closingDay;
    private final Steps steps;
    private final Phrases phrases;

    KnownPeopleController(Answers answers, Names names, ClosingDay closingDay, Steps steps, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.closingDay = closingDay;
        this.steps = steps;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/3")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var saved = answers.find(pass);
            var gathering = Gathering.of(names, pass);
            var closes = gathering.asleep()
                    ? closingDay.of(saved.closesAt(), pass.event()).orElse("")
                    : "";
            var fresh = Set.copyOf(saved.newPeople());
            return KnownPeoplePage.of(gathering, fresh, KnownPeopleForm.of(saved), closes, Trouble.NONE, phrases)
                    .in(model, phrases);
        });
    }

    @PostMapping("/feedback/3")
    String save(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.with(request, model, pass -> {
            var typed = KnownPeopleForm.of(sent);
            var problems = typed.problems(phrases);
            if (problems.any()) {
                return again(pass, typed, Trouble.in(problems, response), model);
            }
            try {
                var answer = answers.find(pass);
                if (typed.differsFrom(answer)) {
                    var met = new Someone(typed.someone()).after(typed.ticked(), pass, names);
                    answer = answers.saveKnownPeople(pass, typed.known(met), typed.knownBefore());
                }
                return steps.goOn(typed.go(), pass, answer.met().isEmpty() ? "/feedback/5" : "/feedback/4");
            } catch (OutOfReach asleep) {
                return again(pass, typed, Trouble.asleep(asleep, response), model);
            }
        });
    }

    private String again(AnswerPass pass, KnownPeopleForm typed, Trouble trouble, Model model) {
        return KnownPeoplePage.of(Gathering.of(names, pass), newPeopleOf(pass), typed, "", trouble, phrases)
                .in(model, phrases);
    }

    private Set<Who> newPeopleOf(AnswerPass pass) {
        try {
            return Set.copyOf(answers.find(pass).newPeople());
        } catch (OutOfReach asleep) {
            return Set.of();
        }
    }
}
