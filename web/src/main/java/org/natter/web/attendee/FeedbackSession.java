package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.natter.web.attendee.DeadEnds.Notice;
import org.natter.web.attendee.Visit.Talk;
import org.springframework.ui.Model;

/** The way into the steps: with an answer open in this browser, or else a page that says how to open it again. */
final class FeedbackSession {

    private FeedbackSession() {}

    static String with(HttpServletRequest request, Model model, Phrases phrases, Function<AnswerPass, String> page) {
        var pass = new Visit(request).pass(Talk.FEEDBACK);
        if (pass.isEmpty()) {
            model.addAttribute(
                    "page",
                    new Notice(phrases.say("feedback.rested.title"), phrases.say("feedback.rested.words"), "", ""));
            return "web/attendee/notice";
        }
        try {
            return page.apply(pass.get());
        } catch (Refused refused) {
            if (!refused.problems().isEmpty()) {
                return first(refused.problems().get(0).words(), model, phrases);
            }
            model.addAttribute(
                    "page",
                    new Notice(
                            phrases.say("feedback.closed.title"),
                            phrases.say("feedback.closed.words"),
                            phrases.say("history.button"),
                            "/history"));
            return "web/attendee/notice";
        }
    }

    private static String first(String words, Model model, Phrases phrases) {
        model.addAttribute(
                "page",
                new Notice(
                        phrases.say("feedback.first.title"),
                        words,
                        phrases.say("feedback.first.button"),
                        "/feedback/1"));
        return "web/attendee/notice";
    }
}
