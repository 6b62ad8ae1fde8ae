package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.natter.web.attendee.AnswerPass;
import org.natter.web.attendee.Answers;
import org.natter.web.attendee.Notice;
import org.natter.web.attendee.Phrases;
import org.natter.web.attendee.Refused;
import org.natter.web.attendee.Visit;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The way through the steps: in with an answer open in this browser, on to the next one or straight to the thank-you. */
@Component
class Steps {

    private final Answers answers;
    private final Phrases phrases;

    Steps(Answers answers, Phrases phrases) {
        this.answers = answers;
        this.phrases = phrases;
    }

    /** The step's page; instead, where no answer is open or the service no longer takes it, a page that says what to do. */
    String with(HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        var pass = new Visit(request).pass(Talk.FEEDBACK);
        if (pass.isEmpty()) {
            return Notice.of("feedback.rested", phrases).in(model);
        }
        try {
            return page.apply(pass.get());
        } catch (Refused refused) {
            return refused(refused).in(model);
        }
    }

    /** Where a saved step leads: its button says whether that was all. */
    String goOn(String go, AnswerPass pass, String next) {
        if (go.equals("send")) {
            answers.send(pass);
            return "redirect:/feedback/thanks";
        }
        return "redirect:" + next;
    }

    private Notice refused(Refused refused) {
        if (refused.problems().isEmpty()) {
            return Notice.of("feedback.closed", phrases).leadingToHistory(phrases);
        }
        return new Notice(
                phrases.say("feedback.first.title"),
                refused.problems().get(0).words(),
                phrases.say("feedback.first.button"),
                "/feedback/1");
    }
}
