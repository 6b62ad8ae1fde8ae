package org.natter.web.organiser;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.natter.times.SpokenTime;
import org.natter.web.account.Organiser;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.NamedTalk;
import org.natter.web.services.FeedbackApi.OwnKind;
import org.natter.web.services.FeedbackApi.OwnQuestion;
import org.natter.web.services.FeedbackApi.QuestionStanding;
import org.natter.web.services.FeedbackApi.Questions;
import org.natter.web.services.FeedbackApi.QuestionsWish;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.settings.WebSettings;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The organisers' own questions about an event: asked until its form opens, and withdrawn until its report is settled. Whatever
 * happens to the questions meanwhile, what somebody typed is on the page that says so.
 */
@Controller
class OwnQuestionsController {

    private static final List<Option> KINDS =
            Option.of("questions.kind.", List.of(OwnKind.PICK_ONE, OwnKind.FEW_WORDS));
    private static final Set<String> SAID = Set.of("saved", "withdrawn");
    private static final String STAND = "questions-stand";
    private static final String MEANWHILE = "changed-meanwhile";

    private final EventPages pages;
    private final FeedbackApi feedback;
    private final FormAnswers answers;
    private final WebSettings settings;
    private final Clock clock;

    OwnQuestionsController(
            EventPages pages, FeedbackApi feedback, FormAnswers answers, WebSettings settings, Clock clock) {
        this.pages = pages;
        this.feedback = feedback;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    /** A talk, and the address that its speaker is handed. */
    public record SpeakersLink(String title, String address) {

        @Override
        public String toString() {
            return "SpeakersLink[masked]";
        }
    }

    @GetMapping("/organise/events/{event}/questions")
    String questions(
            @PathVariable EventId event,
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            Model model) {
        var said = shown.text("said");
        model.addAttribute("said", SAID.contains(said) ? "questions.said." + said : null);
        var asked = PagePart.of(() -> asked(event, organiser).orElse(null));
        return show(event, asked, asked.found().map(OwnQuestionsForm::of), FormErrors.none(), organiser, model);
    }

    /** Saves them, or shows how they would look with nothing saved. */
    @PostMapping("/organise/events/{event}/questions")
    String save(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var typed = OwnQuestionsForm.of(form);
        if (form.text("go").equals("LOOK")) {
            model.addAttribute("looking", true);
            return again(event, typed, FormErrors.none(), organiser, model);
        }
        return answers.send(
                response,
                typed.fields(),
                () -> unlessChanged(
                        () -> {
                            feedback.ask(organiser.caller(), event, typed.version(), typed.wish());
                            return "redirect:/organise/events/" + event + "/questions?said=saved";
                        },
                        () -> meanwhile(event, typed, organiser, response, model)),
                errors -> again(event, typed, errors, organiser, model));
    }

    /** Leaves out those that are ticked, of the questions that were shown. */
    @PostMapping("/organise/events/{event}/questions/withdraw")
    String withdraw(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var ticked = Set.copyOf(form.all("question"));
        var page = "redirect:/organise/events/" + event + "/questions";
        if (ticked.isEmpty()) {
            var none = FormErrors.one("question", answers.say("questions.withdraw.none"));
            return again(event, null, none.toPutRight(response), organiser, model);
        }
        return answers.send(
                response,
                Map.of(),
                () -> unlessChanged(
                        () -> {
                            var now = asked(event, organiser).orElseThrow(NotThere::here);
                            var kept = now.questions().stream()
                                    .filter(question ->
                                            !ticked.contains(question.id().value()))
                                    .map(OwnQuestion::again)
                                    .toList();
                            var talks =
                                    now.talks().stream().map(NamedTalk::again).toList();
                            feedback.ask(
                                    organiser.caller(), event, (int) form.version(), new QuestionsWish(kept, talks));
                            return page + "?said=withdrawn";
                        },
                        () -> {
                            response.setStatus(HttpStatus.CONFLICT.value());
                            var words = FormErrors.one("", answers.say("questions.meanwhile.look"));
                            return again(event, null, words, organiser, model);
                        }),
                errors -> again(event, null, errors.aboutTheWhole(), organiser, model));
    }

    /** Names talks while the questions stand. */
    @PostMapping("/organise/events/{event}/talks")
    String name(
            @PathVariable EventId event,
            SubmittedForm form,
            @AuthenticationPrincipal Organiser organiser,
            HttpServletResponse response,
            Model model) {
        var typed = OwnQuestionsForm.of(form);
        return answers.send(
                response,
                typed.fields(),
                () -> unlessChanged(
                        () -> {
                            var now = asked(event, organiser).orElseThrow(NotThere::here);
                            feedback.ask(organiser.caller(), event, typed.version(), typed.wishOfTalks(now));
                            return "redirect:/organise/events/" + event + "/questions?said=saved";
                        },
                        () -> meanwhile(event, typed, organiser, response, model)),
                errors -> talksAgain(event, typed, errors, organiser, model));
    }

    /** The questions as they stand, and the talks as they were typed. */
    private String talksAgain(
            EventId event, OwnQuestionsForm typed, FormErrors errors, Organiser organiser, Model model) {
        var asked = PagePart.of(() -> asked(event, organiser).orElse(null));
        if (asked.isDown()) {
            model.addAttribute("typed", typed.typedWords());
        }
        var form = asked.found().map(typed::naming).orElse(typed);
        return show(event, asked, Optional.of(form), errors, organiser, model);
    }

    private Optional<Questions> asked(EventId event, Organiser organiser) {
        return feedback.questions(organiser.caller(), event);
    }

    /** Somebody else has asked others, or people are being asked by now: neither loses what was typed here. */
    private String meanwhile(
            EventId event, OwnQuestionsForm typed, Organiser organiser, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var now = asked(event, organiser).orElseThrow(NotThere::here);
        var words = new ArrayList<String>();
        switch (now.standing()) {
            case OPEN -> words.addAll(theirs(typed, now));
            case STAND -> {
                if (!typed.asksNothing()) {
                    words.add(answers.say("questions.meanwhile.stand"));
                }
                words.addAll(theirTalks(typed, now));
            }
            case SETTLED ->
                words.add(answers.say(
                        pages.of(event, organiser).calledOff()
                                ? "questions.meanwhile.called-off"
                                : "questions.meanwhile.settled"));
        }
        if (words.isEmpty()) {
            words.add(answers.say("questions.meanwhile.once-more"));
        }
        var errors = FormErrors.one("", String.join(" ", words));
        return show(
                event, PagePart.of(() -> now), Optional.of(inTheBoxes(typed, now, model)), errors, organiser, model);
    }

    /** What is asked and named by now, where that is not what was typed. */
    private List<String> theirs(OwnQuestionsForm typed, Questions now) {
        var words = new ArrayList<String>();
        if (!typed.asks(now)) {
            var questions = now.questions().stream().map(OwnQuestion::words).collect(Collectors.joining(" "));
            words.add(answers.say("questions.meanwhile", questions));
        }
        say(words, "questions.meanwhile.gone", " ", typed.withdrawnMeanwhile(now, false));
        say(words, "questions.meanwhile.gone.other", " ", typed.withdrawnMeanwhile(now, true));
        words.addAll(theirTalks(typed, now));
        return words;
    }

    private List<String> theirTalks(OwnQuestionsForm typed, Questions now) {
        var words = new ArrayList<String>();
        if (!typed.names(now)) {
            var talks = now.talks().stream().map(NamedTalk::title).toList();
            say(words, "questions.meanwhile.talks", "; ", talks);
        }
        say(words, "questions.meanwhile.talks.gone", "; ", typed.takenOffMeanwhile(now, false));
        say(words, "questions.meanwhile.talks.gone.other", "; ", typed.takenOffMeanwhile(now, true));
        say(words, "questions.meanwhile.talks.off", "; ", typed.tickedOtherwise(now, false));
        say(words, "questions.meanwhile.talks.on", "; ", typed.tickedOtherwise(now, true));
        return words;
    }

    private void say(List<String> words, String sentence, String between, List<String> about) {
        if (!about.isEmpty()) {
            words.add(answers.say(sentence, String.join(between, about)));
        }
    }

    /** What was typed, in the boxes as far as there are any by now; the page shows the rest of it to be copied. */
    private static OwnQuestionsForm inTheBoxes(OwnQuestionsForm typed, Questions now, Model model) {
        return switch (now.standing()) {
            case OPEN -> typed.seeing(now);
            case STAND -> {
                model.addAttribute("typed", typed.typedQuestions());
                yield typed.naming(now);
            }
            case SETTLED -> {
                model.addAttribute("typed", typed.typedWords());
                yield OwnQuestionsForm.of(now);
            }
        };
    }

    private static String unlessChanged(Supplier<String> asking, Supplier<String> changed) {
        try {
            return asking.get();
        } catch (ServiceRefusal refusal) {
            if (refusal.is(MEANWHILE) || refusal.is(STAND)) {
                return changed.get();
            }
            throw refusal;
        }
    }

    private String again(
            EventId event, @Nullable OwnQuestionsForm typed, FormErrors errors, Organiser organiser, Model model) {
        var asked = PagePart.of(() -> asked(event, organiser).orElse(null));
        var form = typed == null
                ? asked.found().map(OwnQuestionsForm::of)
                : Optional.of(asked.found()
                        .filter(found -> found.standing() != QuestionStanding.OPEN)
                        .map(found -> inTheBoxes(typed, found, model))
                        .orElse(typed));
        return show(event, asked, form, errors, organiser, model);
    }

    private String show(
            EventId event,
            PagePart<Questions> asked,
            Optional<OwnQuestionsForm> form,
            FormErrors errors,
            Organiser organiser,
            Model model) {
        var page = pages.of(event, organiser);
        var known = asked.found();
        model.addAttribute("page", page);
        model.addAttribute("asked", asked);
        model.addAttribute("standing", known.map(Questions::standing).orElse(QuestionStanding.OPEN));
        model.addAttribute(
                "opens",
                known.map(questions -> SpokenTime.in(page.zone()).dayAndTime(questions.opensAt(), clock.instant()))
                        .orElse(""));
        model.addAttribute("form", form.orElse(null));
        model.addAttribute(
                "links",
                page.calledOff()
                        ? List.of()
                        : known.map(Questions::talks).stream()
                                .flatMap(List::stream)
                                .filter(NamedTalk::tookPlace)
                                .map(talk -> new SpeakersLink(
                                        talk.title(),
                                        settings.baseUrl() + "/t/" + event + "/"
                                                + talk.link().value()))
                                .toList());
        model.addAttribute("kinds", KINDS);
        model.addAttribute("errors", errors);
        return "web/organiser/questions";
    }
}
