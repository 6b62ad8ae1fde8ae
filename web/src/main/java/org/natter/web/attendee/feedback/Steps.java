package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.Mark;
import org.natter.web.attendee.MessagePage;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
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

    private static final String THANKS = "redirect:/feedback/thanks";

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final ClosingDay closingDay;
    private final FormAnswers words;

    Steps(FeedbackApi answers, NameLookup naming, ClosingDay closingDay, FormAnswers words) {
        this.answers = answers;
        this.naming = naming;
        this.closingDay = closingDay;
        this.words = words;
    }

    /** The step's page; instead, where no answer is open or the service no longer takes it, a page that says what to do. */
    String with(HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        return new AttendeeSession(request)
                .pass(LinkKind.FEEDBACK)
                .map(pass -> open(pass, request, model, page))
                .orElseGet(() -> MessagePage.of("feedback.rested").in(model));
    }

    /**
     * The same for a form, which is about the answer it names, whichever other tabs opened since. Where that is not open in this
     * browser, nothing is saved and the form comes back with everything in its boxes, to be sent once its link was opened again.
     */
    String posted(
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Function<AnswerPass, String> page,
            Function<FormState, String> again) {
        return new AttendeeSession(request)
                .pass(LinkKind.FEEDBACK, form)
                .map(pass -> leaving(open(pass, request, model, page), pass, request))
                .orElseGet(() -> again.apply(rested(form, response, model)));
    }

    /** Why a form about an answer that is not open here comes back; it names the same answer again. */
    FormState rested(SubmittedForm form, HttpServletResponse response, Model model) {
        about(Mark.of(form), model);
        model.addAttribute("rested", true);
        return FormState.toPutRight(FormErrors.one("", words.say("attendee.feedback.rested.form")), response);
    }

    /** Why a form comes back that ticks people where nobody may be shown: whether they were met is not said by it either. */
    FormState unshown(HttpServletResponse response) {
        return FormState.toPutRight(
                FormErrors.one("overheard", words.say("attendee.follow-up.elsewhere.ticked")), response);
    }

    private static String open(
            AnswerPass pass, HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        about(new AttendeeSession(request).mark(LinkKind.FEEDBACK), model);
        try {
            return page.apply(pass);
        } catch (ServiceRefusal refusal) {
            return refused(refusal).in(model);
        }
    }

    /** What each form of the page says it is about. */
    static void about(Optional<Mark> mark, Model model) {
        model.addAttribute("about", mark.map(Mark::value).orElse(null));
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
            return THANKS;
        }
        return "redirect:" + next;
    }

    /** An answer that was sent is left open for its thanks, and for nobody who comes later. */
    static String leaving(String page, AnswerPass pass, HttpServletRequest request) {
        if (page.equals(THANKS)) {
            new AttendeeSession(request).sent(LinkKind.FEEDBACK, pass.attendance());
        }
        return page;
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
