package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.MessagePage;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The way through the steps: in with an answer open in this browser, on to the next one or straight to the thank-you. */
@Component
class Steps {

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final ClosingDay closingDay;

    Steps(FeedbackApi answers, NameLookup naming, ClosingDay closingDay) {
        this.answers = answers;
        this.naming = naming;
        this.closingDay = closingDay;
    }

    /** The step's page; instead, where no answer is open or the service no longer takes it, a page that says what to do. */
    String with(HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        var pass = new AttendeeSession(request).pass(LinkKind.FEEDBACK);
        if (pass.isEmpty()) {
            return MessagePage.of("feedback.rested").in(model);
        }
        try {
            return page.apply(pass.get());
        } catch (ServiceRefusal refusal) {
            return refused(refusal).in(model);
        }
    }

    /** A step that shows names to tick beside what was saved; while names sleep, it says until when to come back. */
    String withNames(HttpServletRequest request, Model model, BiFunction<KnownNames, Answer, String> page) {
        return with(request, model, pass -> {
            var people = naming.people(pass);
            var saved = answers.answer(pass.caller(), pass.attendance());
            var named = people.get();
            if (named.asleep()) {
                model.addAttribute(
                        "closes", closingDay.of(saved.closesAt(), pass.event()).orElse(null));
            }
            return page.apply(named, saved);
        });
    }

    /** Where a saved step leads: its button says whether that was all. */
    String goOn(StepButton pressed, AnswerPass pass, String next) {
        if (pressed == StepButton.SEND) {
            answers.send(pass.caller(), pass.attendance());
            return "redirect:/feedback/thanks";
        }
        return "redirect:" + next;
    }

    private static MessagePage refused(ServiceRefusal refusal) {
        if (!refusal.errors().isEmpty()) {
            return MessagePage.of("feedback.first")
                    .telling(refusal.errors().get(0).message())
                    .leadingTo("/feedback/1", "attendee.feedback.first.button");
        }
        if (refusal.isAbsent()) {
            throw refusal;
        }
        return MessagePage.of("feedback.closed").leadingToHistory();
    }
}
