package org.natter.web.attendee.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.natter.web.attendee.AttendeeSession;
import org.natter.web.attendee.MessagePage;
import org.natter.web.attendee.feedback.KnownNames.Box;
import org.natter.web.forms.FormState;
import org.natter.web.forms.MonthChoice;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.Caller;
import org.natter.web.services.EventApi;
import org.natter.web.services.EventApi.Event;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.LinkKind;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FeedbackApi.Side;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceDown;
import org.natter.web.services.ServiceRefusal;
import org.natter.web.services.Talk;
import org.natter.web.services.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** "Something did": what came of it, told once however often the button is pressed. */
@Controller
class OutcomeController {

    /** What is thanked for; the words are in the bundle under {@code attendee.follow-up.thanks.<name>}. */
    enum Said {
        NOT_YET,
        CHAT,
        TOLD
    }

    private static final int MONTHS_AT_A_GUESS = 12;
    private static final ZoneId FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);
    private static final Map<String, String> FIELDS = Map.of("credited", "overheard", "year", "month");

    private final FeedbackApi answers;
    private final NameLookup naming;
    private final EventApi events;
    private final Steps steps;
    private final ExecutorService pageCalls;
    private final Clock clock;

    OutcomeController(
            FeedbackApi answers,
            NameLookup naming,
            EventApi events,
            Steps steps,
            ExecutorService pageCalls,
            Clock clock) {
        this.answers = answers;
        this.naming = naming;
        this.steps = steps;
        this.events = events;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/follow-up/tell")
    String ask(HttpServletRequest request, Model model) {
        return new AttendeeSession(request)
                .pass(LinkKind.FOLLOW_UP)
                .map(pass -> show(pass, OutcomeForm.empty(), FormState.FRESH, request, model))
                .orElseGet(() -> MessagePage.of("feedback.rested").in(model));
    }

    @PostMapping("/follow-up/tell")
    String tell(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = OutcomeForm.of(form);
        return new AttendeeSession(request)
                .pass(LinkKind.FOLLOW_UP, form)
                .map(pass -> {
                    var own = isOwn(pass, request);
                    if (!own && !typed.who().isEmpty()) {
                        return show(pass, typed.withoutTicks(), steps.unshown(response), request, model);
                    }
                    try {
                        return FormState.send(
                                response,
                                FIELDS,
                                () -> tell(pass, typed, own),
                                state -> show(pass, typed, state, request, model));
                    } catch (ServiceRefusal refusal) {
                        var over = FollowUpController.overUnlessAbsent(refusal);
                        model.addAttribute("greeting", naming.greeting(pass).get());
                        return over.showing(typed.allWords()).in(model);
                    }
                })
                .orElseGet(() -> {
                    var state = steps.rested(form, response, model);
                    var nobody = KnownNames.none();
                    return show(nobody, nobody.boxesOf(typed.who()), Optional.empty(), typed, state, model);
                });
    }

    @GetMapping("/follow-up/thanks")
    String thanks(SubmittedForm shown, Model model) {
        return MessagePage.of("follow-up.thanks." + shown.choice("said", Said.NOT_YET))
                .leadingToHistory()
                .in(model);
    }

    /** @param own whether the thanks may say how it began, which tells who was met */
    private String tell(AnswerPass pass, OutcomeForm typed, boolean own) {
        var credited = naming.withSomeone(typed.who(), typed.someone(), pass);
        var named = PagePart.asked(pageCalls, () -> own ? metBy(pass) : Optional.<List<Side>>empty());
        naming.keepWords(typed.form(), typed.words(), pass);
        answers.report(pass.caller(), typed.outcome(credited));
        var began = named.get().found().flatMap(met -> met).orElse(List.of()).stream()
                .anyMatch(met -> credited.contains(met.who()) && met.talk() == Talk.CHAT);
        return "redirect:/follow-up/thanks?said=" + (began ? Said.CHAT : Said.TOLD);
    }

    /** Everybody named in the answer then; nothing where it can no longer be read. */
    private Optional<List<Side>> metBy(AnswerPass pass) {
        try {
            return Optional.of(answers.answer(pass.caller(), pass.attendance()).met());
        } catch (ServiceDown | ServiceRefusal unreadable) {
            return Optional.empty();
        }
    }

    private boolean isOwn(AnswerPass pass, HttpServletRequest request) {
        return naming.isOwn(pass.attendance(), new AttendeeSession(request));
    }

    /** Whoever has shown no more than the link tells what came of it in their own words, and sees nobody's name. */
    private String show(AnswerPass pass, OutcomeForm typed, FormState state, HttpServletRequest request, Model model) {
        var held = PagePart.asked(pageCalls, () -> events.inProgramme(Caller.everybody(), pass.event()));
        Steps.about(new AttendeeSession(request), LinkKind.FOLLOW_UP, model);
        if (!isOwn(pass, request)) {
            model.addAttribute("elsewhere", true);
            var unshown = KnownNames.unshown(naming.greeting(pass).get());
            return show(unshown, List.of(), held.get().found().flatMap(found -> found), typed, state, model);
        }
        var people = naming.people(pass);
        var met = metBy(pass);
        var named = people.get();
        return show(
                named,
                met.map(all -> boxes(all, named, typed.who())).orElseGet(() -> named.boxesOfAll(Set.of(), typed.who())),
                held.get().found().flatMap(found -> found),
                typed,
                state,
                model);
    }

    private String show(
            KnownNames named, List<Box> boxes, Optional<Event> held, OutcomeForm typed, FormState state, Model model) {
        model.addAttribute("named", named);
        model.addAttribute("boxes", boxes);
        model.addAttribute("typed", typed);
        model.addAttribute("state", state);
        model.addAttribute("kinds", Option.of("attendee.kind.", OutcomeKind.class));
        model.addAttribute("directions", Option.of("attendee.follow-up.direction.", Direction.class));
        model.addAttribute("months", months(held));
        return "web/attendee/follow-up-tell";
    }

    /** Those the writer named then and may be asked about. */
    private static List<Box> boxes(List<Side> met, KnownNames named, Collection<Who> ticked) {
        return met.stream()
                .filter(Side::askAgain)
                .map(side -> named.box(side.who(), ticked.contains(side.who())))
                .toList();
    }

    /** From the event's month to the present one at its place, latest first; without event-service the last twelve. */
    private List<MonthChoice> months(Optional<Event> event) {
        var latest = monthOf(clock.instant(), event.map(Event::zone).orElse(FIRST_TO_BEGIN_A_DAY));
        var earliest = event.map(held -> monthOf(held.endsAtInstant(), held.zone()))
                .orElse(latest.minusMonths(MONTHS_AT_A_GUESS - 1));
        return MonthChoice.between(earliest, latest);
    }

    private static YearMonth monthOf(Instant moment, ZoneId zone) {
        return YearMonth.from(moment.atZone(zone));
    }
}
