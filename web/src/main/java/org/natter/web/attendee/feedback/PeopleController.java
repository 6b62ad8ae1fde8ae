package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.PagePart;
import org.natter.web.services.WritersApi;
import org.natter.web.services.WritersApi.Named;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Who did you talk to? One list with "New" and "Knew them" beside each name; feedback-service keeps the two as steps 2 and 3.
 * An empty page asks once; "nobody" is an answer.
 */
@Controller
class PeopleController {

    private static final Map<String, String> FIELDS = Map.of("words", "someone", "met", "nobody");

    private final FeedbackApi answers;
    private final WritersApi writers;
    private final NameLookup naming;
    private final Steps steps;
    private final FormAnswers words;

    PeopleController(FeedbackApi answers, WritersApi writers, NameLookup naming, Steps steps, FormAnswers words) {
        this.writers = writers;
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
        this.words = words;
    }

    @GetMapping("/feedback/2")
    String ask(HttpServletRequest request, Model model) {
        return steps.withNames(
                request, model, (named, saved) -> show(named, PeopleForm.of(saved), FormState.FRESH, request, model));
    }

    @PostMapping("/feedback/2")
    String save(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = PeopleForm.of(form);
        var pressed = StepButton.of(form);
        Function<AnswerPass, String> page = pass -> {
            if (!typed.saysAnything() && pressed != StepButton.SEND) {
                var missing = FormErrors.one("nobody", words.say("attendee.feedback.new.missing"));
                var state = FormState.toPutRight(missing, response);
                return show(naming.people(pass).get(), typed, state, request, model);
            }
            if (!typed.both().isEmpty() || typed.saysSomebodyAndNobody()) {
                model.addAttribute("contradiction", true);
                var named = naming.people(pass).get();
                var state = FormState.toPutRight(contradictions(typed, named), response);
                return show(named, typed, state, request, model);
            }
            return FormState.send(
                    response,
                    FIELDS,
                    () -> {
                        var anybody = typed.saysAnything() ? save(pass, naming.withSomeone(typed, pass)) : true;
                        return steps.goOn(
                                pressed,
                                pass,
                                pressed == StepButton.ANOTHER
                                        ? "/feedback/2"
                                        : anybody ? "/feedback/4" : "/feedback/5");
                    },
                    state -> show(naming.people(pass).get(), typed, state, request, model));
        };
        return steps.posted(
                form, request, response, model, page, state -> show(KnownNames.none(), typed, state, request, model));
    }

    /** All that cannot be so, each beside what it is about: whoever is ticked twice is named, and their row is led to. */
    private FormErrors contradictions(PeopleForm typed, KnownNames named) {
        var all = FormErrors.none();
        for (var who : typed.both()) {
            var name = named.box(who, true).name();
            var said = name == null
                    ? words.say("attendee.feedback.new.both")
                    : words.say("attendee.feedback.new.both-named", name);
            all = all.with(named.asleep() ? "" : "fresh-" + who.id(), said);
        }
        if (typed.saysNoNumber()) {
            all = all.with("others", words.say("attendee.feedback.new.no-number"));
        }
        return typed.saysSomebodyAndNobody() ? all.with("nobody", words.say("attendee.feedback.new.nobody-and")) : all;
    }

    /**
     * The known ones first, with those of them who are new now and move over with the second step: so nobody is missing in
     * between, and what was said of them stays.
     *
     * @return whether anybody was met
     */
    private boolean save(AnswerPass pass, PeopleForm typed) {
        var saved = answers.answer(pass.caller(), pass.attendance());
        var anew = typed.namedBeside(saved);
        if (!anew.isEmpty()) { // before it is saved: afterwards nobody is new; and no answer waits for a service that
            // sleeps
            PagePart.of(() -> {
                writers.name(pass.caller(), pass.attendance(), new Named(anew));
                return anew;
            });
        }
        var before = PeopleForm.knownIn(saved);
        var known = new LinkedHashSet<>(typed.known());
        before.stream().filter(typed.fresh()::contains).forEach(known::add);
        if (!known.equals(before)) {
            answers.save(pass.caller(), pass.attendance(), PeopleForm.familiar(known, saved));
        }
        answers.save(pass.caller(), pass.attendance(), typed.newPeople());
        return !typed.fresh().isEmpty() || !typed.known().isEmpty();
    }

    private String show(KnownNames named, PeopleForm typed, FormState state, HttpServletRequest request, Model model) {
        model.addAttribute("named", named);
        var visit = new AttendeeSession(request);
        var met = visit.pass(LinkKind.FEEDBACK)
                .map(pass -> naming.metBefore(visit.person(), pass, named))
                .orElse(Map.of());
        var rows = named.rows(typed, met);
        model.addAttribute("rows", rows);
        model.addAttribute("groups", KnownNames.groups(rows));
        model.addAttribute("many", rows.size() >= KnownNames.MANY);
        model.addAttribute("keptFresh", named.withoutBox(typed.fresh()));
        model.addAttribute("keptKnown", named.withoutBox(typed.known()));
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        return "web/attendee/feedback-2";
    }
}
