package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.natter.web.attendee.HistoryPages.FriendPage;
import org.natter.web.attendee.HistoryPages.Stop;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormAnswers;
import org.natter.web.forms.FormErrors;
import org.natter.web.forms.FormState;
import org.natter.web.forms.MonthChoice;
import org.natter.web.forms.Option;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.forms.TypedDay;
import org.natter.web.services.AcquaintanceId;
import org.natter.web.services.Caller;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi.Direction;
import org.natter.web.services.FeedbackApi.OutcomeKind;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.HistoryApi.Acquaintance;
import org.natter.web.services.HistoryApi.Aim;
import org.natter.web.services.HistoryApi.Choices;
import org.natter.web.services.HistoryApi.Evening;
import org.natter.web.services.HistoryApi.EveningWish;
import org.natter.web.services.HistoryApi.MeetingWish;
import org.natter.web.services.HistoryApi.Moment;
import org.natter.web.services.HistoryApi.OwnOutcome;
import org.natter.web.services.HistoryApi.PageWish;
import org.natter.web.services.HistoryApi.Went;
import org.natter.web.services.NotThere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody writes into their own history by hand; for the signed-in person alone. */
@Controller
class NotebookController {

    /** Where nobody knows when they met. */
    private static final int MONTHS_BACK = 36;

    private final HistoryApi histories;
    private final FormAnswers words;
    private final Clock clock;

    NotebookController(HistoryApi histories, FormAnswers words, Clock clock) {
        this.histories = histories;
        this.words = words;
        this.clock = clock;
    }

    /** One's own answer about an evening, while its form is open. */
    @PostMapping("/history/evenings/{event}/tell")
    String tell(@PathVariable EventId event, HttpServletRequest request) {
        return HistoryController.signedIn(request, caller -> {
            var form = Optional.ofNullable(evening(caller, event).form()).orElseThrow(NotThere::here);
            var visit = new AttendeeSession(request);
            visit.answerAsOwner(visit.person().orElseThrow(NotThere::here), form.pass(event));
            return "redirect:/feedback/1";
        });
    }

    @GetMapping("/history/evenings/{event}")
    String words(@PathVariable EventId event, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(
                request, caller -> showWords(evening(caller, event), Optional.empty(), FormState.FRESH, model));
    }

    @PostMapping("/history/evenings/{event}")
    String keepWords(
            @PathVariable EventId event,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return HistoryController.signedIn(
                request,
                caller -> FormState.send(
                        response,
                        Map.of(),
                        () -> {
                            var evening = evening(caller, event);
                            var aim = Optional.ofNullable(evening.aim());
                            var wish = new EveningWish(
                                    form.words("words"),
                                    evening.privateWords(),
                                    form.words("aim"),
                                    form.choice("went", Went.class),
                                    aim.map(Aim::words).orElse(""),
                                    aim.map(Aim::went).orElse(null));
                            var older = FilledFrom.isOlder(form, filled(evening), filled(wish));
                            if (!older && FilledFrom.isKept(() -> histories.keepEvening(caller, event, wish))) {
                                return "redirect:/history";
                            }
                            model.addAttribute("older", true);
                            var now = older ? evening : evening(caller, event);
                            return showWords(now, Optional.of(form), FormState.older(response), model);
                        },
                        state -> showWords(evening(caller, event), Optional.of(form), state, model)));
    }

    private static String filled(Evening evening) {
        var aim = Optional.ofNullable(evening.aim());
        return FilledFrom.these(
                evening.privateWords(),
                aim.map(Aim::words).orElse(""),
                aim.map(Aim::went).orElse(null));
    }

    private static String filled(EveningWish said) {
        return FilledFrom.these(said.words(), said.aim(), said.went());
    }

    /** With what was typed, if the form comes back; else with what is kept. */
    private static String showWords(Evening evening, Optional<SubmittedForm> form, FormState state, Model model) {
        var aim = Optional.ofNullable(evening.aim());
        model.addAttribute(
                "aim",
                form.map(typed -> typed.text("aim"))
                        .or(() -> aim.map(Aim::words))
                        .orElse(""));
        model.addAttribute(
                "went",
                form.isPresent()
                        ? form.get().choice("went", Went.class)
                        : aim.map(Aim::went).orElse(null));
        model.addAttribute("wents", Option.of("attendee.aim.said.", Went.class));
        model.addAttribute("stop", Stop.of(evening));
        model.addAttribute("typed", form.map(typed -> typed.text("words")).orElseGet(evening::privateWords));
        model.addAttribute("filledFrom", filled(evening));
        model.addAttribute("state", state);
        return "web/attendee/history-evening";
    }

    /** The form for somebody to add to an evening, or without one for a meeting from elsewhere. */
    @GetMapping("/history/add")
    String add(SubmittedForm asked, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(
                request, caller -> showAdd(caller, asked, FormId.fresh(), FormState.FRESH, model));
    }

    @PostMapping("/history/add")
    String keepAdded(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var id = form.formId("form");
        var event = form.id("event", EventId::new).orElse(null);
        var wish = new MeetingWish(
                id,
                event,
                event == null ? form.words("where") : null,
                event == null ? TypedDay.sent(form.words("on")) : null,
                form.id("person", AcquaintanceId::new).orElse(null),
                form.words("words"),
                form.isTicked("known"),
                form.isTicked("useful"));
        return HistoryController.signedIn(
                request,
                caller -> FormState.send(
                        response,
                        Map.of(),
                        () -> {
                            histories.add(caller, wish);
                            return "redirect:/history";
                        },
                        state -> showAdd(caller, form, id, state, model)));
    }

    private String showAdd(Caller caller, SubmittedForm form, FormId id, FormState state, Model model) {
        var history = histories.history(caller);
        var event = form.id("event", EventId::new);
        model.addAttribute(
                "stop",
                event.map(wanted -> history.events().stream()
                                .filter(evening -> evening.event().equals(wanted))
                                .findFirst()
                                .map(Stop::of)
                                .orElseThrow(NotThere::here))
                        .orElse(null));
        model.addAttribute(
                "people",
                history.people().stream()
                        .filter(known -> event.filter(known.events()::contains).isEmpty())
                        .toList());
        model.addAttribute("form", id.value());
        model.addAttribute("dayBox", TypedDay.box(form.text("on")));
        model.addAttribute("typed", form);
        model.addAttribute("state", state);
        return "web/attendee/history-add";
    }

    /** One's own page about somebody: each button changes what it says, and leaves the rest. */
    @PostMapping("/history/people/{person}")
    String keep(
            @PathVariable AcquaintanceId person,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return HistoryController.signedIn(request, caller -> {
            var seen = form.has("note") ? FriendPage.of(person, histories.history(caller)) : null;
            var wish = new PageWish(
                    form.has("note") ? form.words("note") : null,
                    seen == null ? null : seen.friend().note(),
                    form.yesOrNo("metAgain"),
                    form.yesOrNo("keptInTouch"),
                    form.id("sameAs", AcquaintanceId::new).orElse(null),
                    form.yesOrNo("removed"));
            if (form.has("sameAs") && wish.sameAs() == null) {
                var whom = FormErrors.one("sameAs", words.say("attendee.history.really.missing"));
                var page = FriendPage.of(person, histories.history(caller));
                return showFriend(page, form, FormState.toPutRight(whom, response), model);
            }
            var older = seen != null && FilledFrom.isOlder(form, seen.filledFrom(), FilledFrom.these(wish.note()));
            return FormState.send(
                    response,
                    Map.of(),
                    () -> {
                        var joined = joined(caller, person, wish.sameAs());
                        if (!older && FilledFrom.isKept(() -> histories.keepPage(caller, person, wish))) {
                            return after(person, wish, joined);
                        }
                        model.addAttribute("older", true);
                        var now = older && seen != null ? seen : FriendPage.of(person, histories.history(caller));
                        return showFriend(now, form, FormState.older(response), model);
                    },
                    state -> showFriend(FriendPage.of(person, histories.history(caller)), form, state, model));
        });
    }

    /**
     * Whoever is made one with somebody reads so on the page of both, and there they can be made two again.
     *
     * @param joined as whom they become somebody else; absent if they do not
     */
    private static String after(AcquaintanceId person, PageWish wish, @Nullable AcquaintanceId joined) {
        if (Boolean.TRUE.equals(wish.removed())) {
            return "redirect:/history?removed=" + person;
        }
        return joined == null
                ? "redirect:/history/people/" + person
                : "redirect:/history/people/" + wish.sameAs() + "?joined=" + joined;
    }

    /** One's own id makes two again; once more they are the same already, and stay as whom they became it. */
    private @Nullable AcquaintanceId joined(Caller caller, AcquaintanceId person, @Nullable AcquaintanceId same) {
        if (same == null || same.equals(person)) {
            return null;
        }
        var friend = HistoryPages.known(person, histories.history(caller));
        return friend.ids().contains(same) ? person : friend.really();
    }

    /** With what was typed, if that came. */
    private static String showFriend(FriendPage page, SubmittedForm form, FormState state, Model model) {
        model.addAttribute("page", page);
        model.addAttribute(
                "typed", form.has("note") ? form.text("note") : page.friend().note());
        model.addAttribute("state", state);
        return "web/attendee/history-person";
    }

    @GetMapping("/history/people/{person}/came")
    String came(@PathVariable AcquaintanceId person, SubmittedForm asked, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(
                request, caller -> showCame(caller, person, asked, FormId.fresh(), FormState.FRESH, model));
    }

    @PostMapping("/history/people/{person}/came")
    String tellCame(
            @PathVariable AcquaintanceId person,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var id = form.formId("form");
        var month = month(form.text("month"));
        var outcome = new OwnOutcome(
                id,
                form.choice("kind", OutcomeKind.class),
                form.choice("direction", Direction.class),
                month.map(YearMonth::getYear).orElse(null),
                month.map(YearMonth::getMonthValue).orElse(null),
                person,
                form.words("words"));
        return HistoryController.signedIn(
                request,
                caller -> FormState.send(
                        response,
                        Map.of("year", "month"),
                        () -> {
                            histories.tell(caller, outcome);
                            return "redirect:/history";
                        },
                        state -> showCame(caller, person, form, id, state, model)));
    }

    private String showCame(
            Caller caller, AcquaintanceId person, SubmittedForm typed, FormId id, FormState state, Model model) {
        var friend = HistoryPages.known(person, histories.history(caller));
        model.addAttribute("friend", friend);
        model.addAttribute("form", id.value());
        model.addAttribute("typed", typed);
        model.addAttribute("chosenMonth", month(typed.text("month")).orElse(null));
        model.addAttribute("state", state);
        model.addAttribute("kinds", Option.of("attendee.kind.", OutcomeKind.class));
        model.addAttribute("directions", Option.of("attendee.follow-up.direction.", Direction.class));
        model.addAttribute("months", months(friend));
        return "web/attendee/history-came";
    }

    @PostMapping("/privacy-and-choices/choices")
    String choose(SubmittedForm form, HttpServletRequest request) {
        var chosen = new Choices(form.isTicked("bothSaidSo"), form.isTicked("circles"), form.isTicked("coming"));
        return HistoryController.signedIn(request, caller -> {
            var seen = histories.choices(caller);
            var kept = !FilledFrom.isOlder(form, FilledFrom.these(seen), FilledFrom.these(chosen))
                    && FilledFrom.isKept(() -> histories.choose(caller, chosen.insteadOf(seen)));
            return "redirect:/privacy-and-choices?" + (kept ? "saved" : "older") + "=yes#choices";
        });
    }

    /** @throws NotThere for an evening that is not theirs */
    private Evening evening(Caller caller, EventId event) {
        return histories.history(caller).events().stream()
                .filter(one -> one.event().equals(event) && !one.elsewhere())
                .findFirst()
                .orElseThrow(NotThere::here);
    }

    /** From the month in which they met first, old friends aside, to the present one, latest first. */
    private List<MonthChoice> months(Acquaintance friend) {
        var met = Optional.ofNullable(friend.firstMet()).filter(first -> !friend.knewBefore());
        var zone = met.map(Moment::zone).orElse(ZoneOffset.UTC);
        var latest = YearMonth.from(clock.instant().atZone(zone));
        var earliest =
                met.map(first -> YearMonth.from(first.at().atZone(zone))).orElse(latest.minusMonths(MONTHS_BACK - 1));
        return MonthChoice.between(earliest, latest);
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
