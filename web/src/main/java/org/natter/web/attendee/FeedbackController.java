package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.web.FormErrors;
import org.natter.web.attendee.Answers.Answer;
import org.natter.web.attendee.Answers.Known;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.FeedbackPages.Evening;
import org.natter.web.attendee.FeedbackPages.Head;
import org.natter.web.attendee.FeedbackPages.KnownPeople;
import org.natter.web.attendee.FeedbackPages.NewPeople;
import org.natter.web.attendee.FeedbackPages.Trouble;
import org.natter.web.attendee.OutOfReach.Part;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Steps 1 to 3: the evening, new people, people known before. Each press saves its step; an empty one saves nothing. */
@Controller("attendeeFeedbackController")
class FeedbackController {

    private static final int MOST_OTHERS = 50;
    private static final int LONGEST_LABEL = 80;
    private static final Set<String> KNOWN_BEFORE = Set.of("NONE", "A_FEW", "ABOUT_HALF", "MOST");

    private final Answers answers;
    private final Names names;
    private final Programme programme;
    private final Phrases phrases;

    FeedbackController(Answers answers, Names names, Programme programme, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.programme = programme;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/1")
    String evening(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var answer = answers.find(pass);
            return evening(pass, answer.worthComing(), answer.feltWelcome(), Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/1")
    String saveEvening(
            @RequestParam(defaultValue = "0") String worthComing,
            @RequestParam(defaultValue = "0") String feltWelcome,
            @RequestParam(defaultValue = "") String go,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return with(request, model, pass -> {
            var worth = FeedbackLinkController.star(worthComing);
            var welcome = FeedbackLinkController.star(feltWelcome);
            if (go.equals("skip")) {
                return "redirect:/feedback/2";
            }
            if (worth == 0 && welcome == 0) {
                var missing = FormErrors.one("worthComing", phrases.say("feedback.evening.missing"));
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return evening(pass, worth, welcome, Trouble.with(missing), model);
            }
            try {
                answers.saveEvening(pass, worth, welcome);
                return goOn(go, pass, "/feedback/2", "/feedback/1");
            } catch (OutOfReach asleep) {
                return evening(pass, worth, welcome, tellAsleep(asleep, response), model);
            }
        });
    }

    @GetMapping("/feedback/2")
    String newPeople(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var answer = answers.find(pass);
            var typed = new NewTyped(
                    Set.copyOf(answer.newPeople()),
                    "",
                    answer.others() == 0 ? "" : String.valueOf(answer.others()),
                    false);
            return newPeople(pass, answer, typed, Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/2")
    String saveNewPeople(
            @RequestParam(required = false) @Nullable List<String> who,
            @RequestParam(defaultValue = "") String someone,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(defaultValue = "") String nobody,
            @RequestParam(defaultValue = "") String go,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return with(request, model, pass -> {
            var typed = new NewTyped(ticked(who), someone, others, nobody.equals("yes"));
            var problems = problems(typed, go);
            if (problems.any()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return newPeople(pass, null, typed, Trouble.with(problems), model);
            }
            try {
                if (typed.anything()) {
                    var met = new LinkedHashSet<>(typed.ticked());
                    if (!someone.isBlank()) {
                        met.add(names.label(pass, someone.strip()));
                    }
                    answers.saveNewPeople(pass, List.copyOf(met), count(others));
                }
                return goOn(go, pass, "/feedback/3", "/feedback/2");
            } catch (OutOfReach asleep) {
                return newPeople(pass, null, typed, tellAsleep(asleep, response), model);
            }
        });
    }

    @GetMapping("/feedback/3")
    String knownPeople(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var answer = answers.find(pass);
            var known = answer.knownPeople();
            var typed = new KnownTyped(
                    known.stream().map(Met::who).collect(Collectors.toUnmodifiableSet()),
                    known.stream()
                            .filter(side -> side.before().equals("BIT"))
                            .map(side -> side.who().formValue())
                            .toList(),
                    "",
                    answer.knownBefore());
            return knownPeople(pass, answer, typed, Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/3")
    String saveKnownPeople(
            @RequestParam(required = false) @Nullable List<String> who,
            @RequestParam(required = false) @Nullable List<String> little,
            @RequestParam(defaultValue = "") String someone,
            @RequestParam(defaultValue = "") String knownBefore,
            @RequestParam(defaultValue = "") String go,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return with(request, model, pass -> {
            var littles = little == null ? List.<String>of() : little;
            var said = KNOWN_BEFORE.contains(knownBefore) ? knownBefore : "NOT_SAID";
            var typed = new KnownTyped(ticked(who), littles, someone, said);
            if (someone.strip().length() > LONGEST_LABEL) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var tooLong = FormErrors.one("someone", phrases.say("feedback.someone.long"));
                return knownPeople(pass, null, typed, Trouble.with(tooLong), model);
            }
            try {
                var before = answers.find(pass);
                if (typed.differsFrom(before)) {
                    var met = new LinkedHashSet<>(typed.ticked());
                    if (!someone.isBlank()) {
                        met.add(names.label(pass, someone.strip()));
                    }
                    before = answers.saveKnownPeople(
                            pass,
                            met.stream()
                                    .map(known -> new Known(known, littles.contains(known.formValue())))
                                    .toList(),
                            said);
                }
                return goOn(go, pass, before.met().isEmpty() ? "/feedback/5" : "/feedback/4", "/feedback/3");
            } catch (OutOfReach asleep) {
                return knownPeople(pass, null, typed, tellAsleep(asleep, response), model);
            }
        });
    }

    private String goOn(String go, AnswerPass pass, String next, String here) {
        if (go.equals("send")) {
            answers.send(pass);
            return "redirect:/feedback/thanks";
        }
        return "redirect:" + (go.equals("again") ? here : next);
    }

    private FormErrors problems(NewTyped typed, String go) {
        if (!typed.anything() && !go.equals("send")) {
            return FormErrors.one("nobody", phrases.say("feedback.new.missing"));
        }
        if (typed.someone().strip().length() > LONGEST_LABEL) {
            return FormErrors.one("someone", phrases.say("feedback.someone.long"));
        }
        return isCount(typed.others())
                ? FormErrors.none()
                : FormErrors.one("others", phrases.say("feedback.others.number"));
    }

    private static boolean isCount(String typed) {
        return typed.isBlank() || typed.strip().matches("\\d{1,2}") && count(typed) <= MOST_OTHERS;
    }

    private static int count(String typed) {
        return typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
    }

    static Set<Who> ticked(@Nullable List<String> boxes) {
        return boxes == null
                ? Set.of()
                : boxes.stream()
                        .flatMap(box -> Who.of(box).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String evening(AnswerPass pass, int worth, int welcome, Trouble trouble, Model model) {
        var head = Head.of(Gathering.of(names, pass), phrases);
        model.addAttribute("page", new Evening(head, null, worth, welcome, trouble.problems(), trouble.part()));
        return "web/attendee/feedback-1";
    }

    private String newPeople(AnswerPass pass, @Nullable Answer answer, NewTyped typed, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var labels = typed.ticked().stream()
                .filter(who -> who.kind() == Who.Kind.LABEL)
                .toList();
        model.addAttribute(
                "page",
                new NewPeople(
                        Head.of(gathering, phrases),
                        gathering.asleep(),
                        gathering.roster().isEmpty(),
                        gathering.boxes(Set.of(), typed.ticked(), labels, phrases),
                        gathering.asleep() ? values(typed.ticked()) : List.of(),
                        typed.someone(),
                        typed.others(),
                        typed.nobody(),
                        closes(pass, answer),
                        trouble.problems(),
                        trouble.part()));
        return "web/attendee/feedback-2";
    }

    private String knownPeople(
            AnswerPass pass, @Nullable Answer answer, KnownTyped typed, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var labels = typed.ticked().stream()
                .filter(who -> who.kind() == Who.Kind.LABEL)
                .toList();
        var fresh = answer == null ? newPeopleOf(pass) : Set.copyOf(answer.newPeople());
        model.addAttribute(
                "page",
                new KnownPeople(
                        Head.of(gathering, phrases),
                        gathering.asleep(),
                        gathering.boxes(fresh, typed.ticked(), labels, phrases),
                        typed.little(),
                        gathering.asleep() ? values(typed.ticked()) : List.of(),
                        typed.someone(),
                        typed.knownBefore(),
                        closes(pass, answer),
                        trouble.problems(),
                        trouble.part()));
        model.addAttribute("knownBefore", Choice.list(phrases, "known-before", "NONE", "A_FEW", "ABOUT_HALF", "MOST"));
        return "web/attendee/feedback-3";
    }

    private Set<Who> newPeopleOf(AnswerPass pass) {
        try {
            return Set.copyOf(answers.find(pass).newPeople());
        } catch (OutOfReach asleep) {
            return Set.of();
        }
    }

    private static List<String> values(Set<Who> ticked) {
        return ticked.stream().map(Who::formValue).toList();
    }

    private String closes(AnswerPass pass, @Nullable Answer answer) {
        var closesAt = answer == null ? null : answer.closesAt();
        return closesAt == null ? "" : day(closesAt, pass);
    }

    private String day(Instant closesAt, AnswerPass pass) {
        try {
            var zone = programme
                    .find(pass.event())
                    .map(Programme.PublicEvent::zone)
                    .orElse(ZoneId.of("Europe/London"));
            return InWords.shortDay(closesAt.atZone(zone).toLocalDate());
        } catch (OutOfReach asleep) {
            return "";
        }
    }

    private String with(HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        return FeedbackSession.with(request, model, phrases, page);
    }

    static Trouble tellAsleep(OutOfReach asleep, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader("Retry-After", DeadEnds.RETRY_SECONDS);
        return Trouble.asleep(asleep.part() == Part.EVENTS ? Part.FEEDBACK : asleep.part());
    }

    /** Step 2 as it was typed. */
    private record NewTyped(Set<Who> ticked, String someone, String others, boolean nobody) {

        boolean anything() {
            return !ticked.isEmpty() || !someone.isBlank() || !others.isBlank() || nobody;
        }
    }

    /** Step 3 as it was typed. */
    private record KnownTyped(Set<Who> ticked, List<String> little, String someone, String knownBefore) {

        boolean differsFrom(Answer before) {
            var littleBefore = before.knownPeople().stream()
                    .filter(side -> side.before().equals("BIT"))
                    .map(Met::who);
            var littleNow = ticked.stream().filter(who -> little.contains(who.formValue()));
            return !someone.isBlank()
                    || !knownBefore.equals(before.knownBefore())
                    || !ticked.equals(setOf(before.knownPeople().stream().map(Met::who)))
                    || !setOf(littleNow).equals(setOf(littleBefore));
        }

        private static Set<Who> setOf(Stream<Who> people) {
            return people.collect(Collectors.toUnmodifiableSet());
        }
    }
}
