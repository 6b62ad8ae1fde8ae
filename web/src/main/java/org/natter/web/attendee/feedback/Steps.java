package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.Mark;
import org.natter.web.attendee.MessagePage;
import org.natter.web.attendee.MessagePage.Typed;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.OwnQuestionBox;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.EventId;
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

    /** The second of the epoch until which a form's page can be sent, so that it knows when it has rested for too long. */
    private static final String UNTIL = "until";

    /** The event that a form is about, so that a page that has rested for too long can say which one it was. */
    private static final String EVENING = "evening";

    /** What became of a page that came too late; the words are in the bundle under {@code attendee.feedback.late.<name>}. */
    private enum Late {
        /** Nothing of it is in the answer. */
        PAGE,
        /** What only its writer sees is kept, for that belongs to no form. */
        PRIVATE_WORDS,
        /** A word for the organisers is not sent. */
        COMMENT,
        /** A line for a speaker is not sent. */
        LINE
    }

    /** The key of what asks for each field of a step. */
    private static final Map<String, String> ASKED_BY = Map.of(
            "someone", "attendee.feedback.someone",
            "comment", "attendee.feedback.comment",
            "privateWords", "attendee.feedback.private");

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final ClosingDay closingDay;
    private final FormAnswers words;
    private final FeedbackLinks links;

    Steps(FeedbackApi answers, NameLookup naming, ClosingDay closingDay, FormAnswers words, FeedbackLinks links) {
        this.answers = answers;
        this.naming = naming;
        this.closingDay = closingDay;
        this.words = words;
        this.links = links;
    }

    /** The step's page; instead, where no answer is open or the service no longer takes it, a page that says what to do. */
    String with(HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        return new AttendeeSession(request)
                .pass(LinkKind.FEEDBACK)
                .map(pass -> open(pass, request, model, page, () -> List.of()))
                .orElseGet(() -> MessagePage.of("feedback.rested").in(model));
    }

    /**
     * The same for a form, which is about the answer it names, whichever other tabs opened since. Where that is not open in this
     * browser, nothing is saved and the form comes back with everything in its boxes, to be sent once its link was opened again.
     * A form that has closed meanwhile is not asked for again: what was typed is shown to be copied, with what is kept of it.
     */
    String posted(
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Function<AnswerPass, String> page,
            Function<FormState, String> again) {
        var until = form.id(UNTIL, Long::parseLong);
        model.addAttribute(UNTIL, until.orElse(null));
        model.addAttribute(
                EVENING, form.id(EVENING, EventId::new).map(EventId::value).orElse(null));
        return new AttendeeSession(request)
                .pass(LinkKind.FEEDBACK, form)
                .map(pass -> leaving(open(pass, request, model, page, () -> late(form, model)), pass, request))
                .orElseGet(() -> until.filter(closingDay::isOver).isPresent()
                        ? closedWhileResting(form, model)
                        : again.apply(rested(form, response, model)));
    }

    /** Whichever answer it was about: nothing of the page is kept anywhere. */
    private String closedWhileResting(SubmittedForm form, Model model) {
        var late = new ArrayList<>(List.of(Late.PAGE));
        late.addAll(unsent(form));
        model.addAttribute("late", late);
        evening(form).ifPresent(named -> model.addAttribute("evening", named));
        return MessagePage.of("feedback.read-only-since")
                .showingBesideWhatAsked(typed(form, "someone", "comment", "privateWords"))
                .leadingToHistory()
                .in(model);
    }

    /** Says what became of the page. @return what was typed into it and is kept nowhere */
    private List<Typed> late(SubmittedForm form, Model model) {
        var late = new ArrayList<Late>();
        late.add(Late.PAGE);
        if (model.containsAttribute(Late.PRIVATE_WORDS.name())) {
            late.add(Late.PRIVATE_WORDS);
        }
        late.addAll(unsent(form));
        model.addAttribute("late", late);
        return typed(form, "someone", "comment");
    }

    /** Of which words a page says that they are not sent. */
    private static List<Late> unsent(SubmittedForm form) {
        var said = OwnQuestionBox.saidIn(form);
        var unsent = new ArrayList<Late>();
        if (!form.words("comment").isEmpty() || said.stream().anyMatch(box -> !box.isTalk())) {
            unsent.add(Late.COMMENT);
        }
        if (said.stream().anyMatch(OwnQuestionBox::isTalk)) {
            unsent.add(Late.LINE);
        }
        return unsent;
    }

    /** In the order of the form, with what asked for it. */
    private List<Typed> typed(SubmittedForm form, String... fields) {
        var own = OwnQuestionBox.saidIn(form).stream()
                .map(box -> new Typed(
                        box.isTalk() ? words.say("own-question.line", box.words()) : box.words(),
                        box.said().strip()));
        var others = Stream.of(fields)
                .filter(field -> !form.words(field).isEmpty())
                .map(field -> new Typed(words.say(ASKED_BY.getOrDefault(field, "")), form.words(field)));
        return Stream.concat(own, others).toList();
    }

    /** The event of a form, as everybody may read it. */
    private Optional<String> evening(SubmittedForm form) {
        return form.id(EVENING, EventId::new).flatMap(closingDay::named);
    }

    /** The page that asks for the link of this form once more, and says of which event. */
    String restedPage(SubmittedForm form, Model model) {
        evening(form).ifPresent(named -> model.addAttribute("evening", named));
        return MessagePage.of("feedback.rested").in(model);
    }

    /** A step has kept what only its writer sees, whatever becomes of the rest of it. */
    static void keptPrivateWords(Model model) {
        model.addAttribute(Late.PRIVATE_WORDS.name(), true);
    }

    /** Whether nothing of this answer can be changed any more. */
    boolean isClosed(Answer saved) {
        return closingDay.isOver(saved.closesAt().getEpochSecond());
    }

    /** A page of this answer that can be sent, and until when; whoever opens one later is told that its form has closed. */
    void open(Answer saved, Model model) {
        if (isClosed(saved)) {
            throw new HasClosed(saved);
        }
        model.addAttribute(UNTIL, saved.closesAt().getEpochSecond());
    }

    /** A step of a form that has closed was opened. */
    private static final class HasClosed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Answer saved;

        private HasClosed(Answer saved) {
            super("the form has closed");
            this.saved = saved;
        }
    }

    /** Why a form about an answer that is not open here comes back; it names the same answer again. */
    FormState rested(SubmittedForm form, HttpServletResponse response, Model model) {
        about(Mark.of(form), model);
        model.addAttribute("rested", true);
        var again = evening(form)
                .map(named -> words.say("attendee.feedback.rested.form.of", named))
                .orElseGet(() -> words.say("attendee.feedback.rested.form"));
        return FormState.toPutRight(FormErrors.one("", again), response);
    }

    /** Why a form comes back that ticks people where nobody may be shown: whether they were met is not said by it either. */
    FormState unshown(HttpServletResponse response) {
        return FormState.toPutRight(
                FormErrors.one("overheard", words.say("attendee.follow-up.elsewhere.ticked")), response);
    }

    private String open(
            AnswerPass pass,
            HttpServletRequest request,
            Model model,
            Function<AnswerPass, String> page,
            Supplier<List<Typed>> lost) {
        about(new AttendeeSession(request), LinkKind.FEEDBACK, model);
        model.addAttribute(EVENING, pass.event().value());
        try {
            return page.apply(pass);
        } catch (HasClosed closed) {
            return links.insteadOfPage(pass, closed.saved, model).in(model);
        } catch (ServiceRefusal refusal) {
            return refused(refusal, pass, model, lost).in(model);
        }
    }

    /** What each form of the page says it is about, and whether "Not you?" on it signs out: without a link nobody's went astray. */
    static void about(AttendeeSession visit, LinkKind kind, Model model) {
        about(visit.mark(kind), model);
        model.addAttribute("signsOut", visit.link(kind).isEmpty());
    }

    /** What each form of the page says it is about. */
    private static void about(Optional<Mark> mark, Model model) {
        model.addAttribute("about", mark.map(Mark::value).orElse(null));
    }

    /** A step that shows names to tick beside what was saved; while names sleep, it says until when to come back. */
    String withNames(HttpServletRequest request, Model model, BiFunction<KnownNames, Answer, String> page) {
        return with(request, model, pass -> {
            var people = naming.people(pass);
            var saved = answers.answer(pass.caller(), pass.attendance());
            open(saved, model);
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

    private MessagePage refused(ServiceRefusal refusal, AnswerPass pass, Model model, Supplier<List<Typed>> lost) {
        if (!refusal.errors().isEmpty()) {
            return MessagePage.of("feedback.first")
                    .telling(refusal.errors().get(0).message())
                    .leadingTo("/feedback/1", "attendee.feedback.first.button");
        }
        if (refusal.isAbsent()) {
            throw refusal;
        }
        return links.insteadOfPage(pass, refusal, model).showingBesideWhatAsked(lost.get());
    }
}
