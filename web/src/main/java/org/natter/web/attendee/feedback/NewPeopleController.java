package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Names;
import org.natter.web.attendee.OutOfReach;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Step 2: who did you talk to for the first time? An empty step asks once; "nobody" is an answer. */
@Controller
class NewPeopleController {

    private final Answers answers;
    private final Names names;
    private final ClosingDay closingDay;
    private final Steps steps;
    private final Phrases phrases;

    NewPeopleController(Answers answers, Names names, ClosingDay closingDay, Steps steps, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.closingDay = closingDay;
        this.steps = steps;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/2")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var saved = answers.find(pass);
            return show(pass, saved, NewPeopleForm.of(saved), Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/2")
    String save(Sent sent, HttpServletRequest request, HttpServletResponse response, Model model) {
        return steps.with(request, model, pass -> {
            var typed = NewPeopleForm.of(sent);
            var problems = typed.problems(phrases);
            if (problems.any()) {
                return show(pass, null, typed, Trouble.in(problems, response), model);
            }
            try {
                if (typed.anything()) {
                    var met = new Someone(typed.someone()).after(typed.ticked(), pass, names);
                    answers.saveNewPeople(pass, met, typed.count());
                }
                return steps.goOn(typed.go(), pass, typed.another() ? "/feedback/2" : "/feedback/3");
            } catch (OutOfReach asleep) {
                return show(pass, null, typed, Trouble.asleep(asleep, response), model);
            }
        });
    }

    private String show(AnswerPass pass, @Nullable Answer saved, NewPeopleForm typed, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var closes = gathering.asleep() && saved != null
                ? closingDay.of(saved.closesAt(), pass.event()).orElse("")
                : "";
        return NewPeoplePage.of(gathering, typed, closes, trouble, phrases).in(model);
    }
}
