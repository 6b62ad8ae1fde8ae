package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.natter.web.account.Limits;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormState;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Answer;
import org.natter.web.services.FeedbackApi.Came;
import org.natter.web.services.FeedbackApi.Comment;
import org.natter.web.services.FeedbackApi.FamiliarFaces;
import org.natter.web.services.FeedbackApi.KnownBefore;
import org.natter.web.services.FeedbackApi.OwnWords;
import org.natter.web.services.PagePart;
import org.natter.web.services.WritersApi;
import org.natter.web.services.WritersApi.Greeting;
import org.natter.web.services.WritersApi.KeepWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Step 5: anything else? Private words go to attendee-service, before anything else is saved; a word for the organisers goes
 * to feedback-service, apart from the answer, and so do a few words to each of the organisers' own questions.
 */
@Controller
class AnythingElseController {

    private static final Map<String, String> FIELDS =
            Map.of("words", "comment", "overheard", "privateWords", "choices", "", "said", "");

    private static final List<Option> FAMILIAR_FACES =
            Option.of("attendee.familiar.", EnumSet.complementOf(EnumSet.of(FamiliarFaces.NOT_SAID)));
    private static final List<Option> KNOWN_BEFORE =
            Option.of("attendee.known-before.", EnumSet.complementOf(EnumSet.of(KnownBefore.NOT_SAID)));
    private static final List<Option> CAME =
            Option.of("attendee.came.", EnumSet.complementOf(EnumSet.of(Came.NOT_SAID)));

    private final FeedbackApi answers;
    private final WritersApi writers;
    private final NameLookup naming;
    private final Steps steps;
    private final Limits limits;
    private final ExecutorService pageCalls;
    private final Clock clock;

    AnythingElseController(
            FeedbackApi answers,
            WritersApi writers,
            NameLookup naming,
            Steps steps,
            Limits limits,
            ExecutorService pageCalls,
            Clock clock) {
        this.answers = answers;
        this.writers = writers;
        this.naming = naming;
        this.steps = steps;
        this.limits = limits;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/feedback/5")
    String ask(HttpServletRequest request, Model model) {
        return steps.with(request, model, pass -> {
            var greeting = naming.greeting(pass);
            var words = PagePart.asked(pageCalls, () -> privateWords(pass));
            var saved = answers.answer(pass.caller(), pass.attendance());
            steps.open(saved, model);
            around(Optional.of(saved), model);
            var kept = words.get().value();
            return show(greeting.get(), AnythingElseForm.of(saved, kept), FormState.FRESH, model);
        });
    }

    @PostMapping("/feedback/5")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = AnythingElseForm.of(form);
        return steps.posted(
                form,
                request,
                response,
                model,
                pass -> FormState.send(
                        response,
                        fields(typed),
                        () -> {
                            takeTurn(pass, typed);
                            if (!keepsPrivateWords(pass, typed, form)) {
                                var kept = privateWords(pass);
                                var saved = saved(pass);
                                around(saved, model);
                                model.addAttribute("older", kept);
                                var again = beside(saved, typed.seeing(kept));
                                return show(naming.greeting(pass).get(), again, FormState.older(response), model);
                            }
                            if (typed.saysPrivately()) {
                                Steps.keptPrivateWords(model);
                            }
                            save(pass, typed);
                            return steps.goOn(StepButton.of(form), pass, "/feedback/check");
                        },
                        state -> {
                            var saved = saved(pass);
                            around(saved, model);
                            return show(naming.greeting(pass).get(), beside(saved, typed), state, model);
                        }),
                state -> {
                    around(Optional.empty(), model);
                    return show(null, typed, state, model);
                });
    }

    /** The form's field for a service's field. */
    private static Map<String, String> fields(AnythingElseForm typed) {
        var fields = new HashMap<>(FIELDS);
        var said = typed.said();
        for (var one = 0; one < said.size(); one++) {
            fields.put("said[" + one + "].words", "said-" + said.get(one).question());
        }
        return fields;
    }

    private static AnythingElseForm beside(Optional<Answer> saved, AnythingElseForm typed) {
        return saved.map(typed::beside).orElse(typed);
    }

    private Optional<Answer> saved(AnswerPass pass) {
        return PagePart.of(() -> answers.answer(pass.caller(), pass.attendance()))
                .found();
    }

    /** Where Back leads, and whether a word is kept already; the longer way where that cannot be read just now. */
    private static void around(Optional<Answer> saved, Model model) {
        model.addAttribute(
                "anybodyMet", saved.map(answer -> !answer.met().isEmpty()).orElse(true));
        model.addAttribute("leftWords", saved.filter(Answer::leftWords).isPresent());
    }

    /**
     * Keeps the private words, if their box was shown; false where they were changed on another page since the form was filled,
     * be it in this very moment: it would lose those unseen.
     */
    private boolean keepsPrivateWords(AnswerPass pass, AnythingElseForm typed, SubmittedForm form) {
        var said = typed.privateWords();
        if (said == null) {
            return true;
        }
        var seen = privateWords(pass);
        return !FilledFrom.isOlder(form, FilledFrom.these(seen), FilledFrom.these(said.strip()))
                && FilledFrom.isKept(
                        () -> writers.keepPrivateWords(pass.caller(), pass.event(), new KeepWords(said, seen)));
    }

    private String privateWords(AnswerPass pass) {
        return writers.privateWords(pass.caller(), pass.event()).overheard();
    }

    /** Before anything is written: who has left enough words for today is told so with everything as it was. */
    private void takeTurn(AnswerPass pass, AnythingElseForm typed) {
        if (!typed.comment().isBlank() || !typed.said().isEmpty()) {
            limits.leaveWord(pass.attendance(), clock.instant());
        }
    }

    private void save(AnswerPass pass, AnythingElseForm typed) {
        if (typed.knownBefore() != KnownBefore.NOT_SAID) {
            var saved = answers.answer(pass.caller(), pass.attendance());
            if (saved.knownBefore() != typed.knownBefore()) {
                answers.save(pass.caller(), pass.attendance(), typed.howMany(saved));
            }
        }
        if (typed.choseAnything()) {
            answers.save(pass.caller(), pass.attendance(), typed.chosen());
        }
        if (!typed.said().isEmpty()) {
            answers.comment(pass.caller(), new OwnWords(typed.said()));
        }
        if (!typed.comment().isBlank()) {
            answers.comment(pass.caller(), new Comment(typed.commentId(), typed.comment()));
        }
    }

    private static String show(@Nullable Greeting greeting, AnythingElseForm typed, FormState state, Model model) {
        model.addAttribute("greeting", greeting);
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        model.addAttribute("familiarFaces", FAMILIAR_FACES);
        model.addAttribute("knownBefore", KNOWN_BEFORE);
        model.addAttribute("came", CAME);
        return "web/attendee/feedback-5";
    }
}
