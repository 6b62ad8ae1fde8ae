package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.natter.web.FormErrors;
import org.natter.web.attendee.Answers.Met;
import org.natter.web.attendee.FeedbackPages.Chat;
import org.natter.web.attendee.FeedbackPages.Check;
import org.natter.web.attendee.FeedbackPages.Head;
import org.natter.web.attendee.FeedbackPages.Introducer;
import org.natter.web.attendee.FeedbackPages.Rest;
import org.natter.web.attendee.FeedbackPages.Talks;
import org.natter.web.attendee.FeedbackPages.Trouble;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Steps 4 and 5, the check, Send and the thank-you. Private words go to attendee-service before anything else is saved. */
@Controller("attendeeFeedbackEndController")
class FeedbackEndController {

    private static final int LONGEST_WORDS = 1000;
    private static final Set<String> FAMILIAR =
            Set.of("NEARLY_ALL", "MORE_THAN_HALF", "ABOUT_HALF", "LESS_THAN_HALF", "HARDLY_ANY");
    private static final Set<String> CAME = Set.of("ALONE", "WITH_COLLEAGUES");
    private static final Set<String> INTRODUCERS = Set.of("NOBODY", "ORGANISER", "ACTIVITY");

    private final Answers answers;
    private final Names names;
    private final Phrases phrases;

    FeedbackEndController(Answers answers, Names names, Phrases phrases) {
        this.answers = answers;
        this.names = names;
        this.phrases = phrases;
    }

    @GetMapping("/feedback/4")
    String talks(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var answer = answers.find(pass);
            return answer.met().isEmpty() ? "redirect:/feedback/5" : talks(pass, answer.met(), Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/4")
    String saveTalks(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return with(request, model, pass -> {
            var chats = FeedbackController.ticked(typed.get("who")).stream()
                    .map(who -> talk(who, typed))
                    .toList();
            var go = first(typed, "go");
            try {
                if (!chats.isEmpty()) {
                    answers.saveTalks(pass, chats);
                }
                return goOn(go, pass, "/feedback/5");
            } catch (OutOfReach asleep) {
                var kept = chats.stream()
                        .map(chat -> new Met(
                                chat.who(),
                                "NEW",
                                chat.useful() ? "USEFUL" : "CHAT",
                                chat.mightNotRecognise() ? "MAYBE" : "YES",
                                chat.introducedBy(),
                                chat.introducer(),
                                chat.askAgain()))
                        .toList();
                return talks(pass, kept, FeedbackController.tellAsleep(asleep, response), model);
            }
        });
    }

    @GetMapping("/feedback/5")
    String rest(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var answer = answers.find(pass);
            var typed = new RestTyped(answer.familiarFaces(), answer.came(), "", FormId.fresh(), null);
            return rest(pass, typed, !answer.met().isEmpty(), Trouble.NONE, model);
        });
    }

    @PostMapping("/feedback/5")
    String saveRest(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return with(request, model, pass -> {
            var typed = RestTyped.of(sent);
            var problems = problems(typed);
            if (problems.any()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return rest(pass, typed, true, Trouble.with(problems), model);
            }
            try {
                keepPrivately(pass, typed);
                if (!typed.familiarFaces().equals("NOT_SAID") || !typed.came().equals("NOT_SAID")) {
                    answers.saveRest(pass, typed.familiarFaces(), typed.came());
                }
                if (!typed.comment().isBlank()) {
                    answers.comment(pass, typed.commentId(), typed.comment().strip());
                }
                return goOn(first(sent, "go"), pass, "/feedback/check");
            } catch (OutOfReach asleep) {
                return rest(pass, typed, true, FeedbackController.tellAsleep(asleep, response), model);
            }
        });
    }

    @GetMapping("/feedback/check")
    String check(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var gathering = Gathering.of(names, pass);
            model.addAttribute(
                    "page",
                    new Check(
                            Head.of(gathering, phrases),
                            new Recap(phrases, gathering).lines(answers.find(pass)),
                            null));
            return "web/attendee/feedback-check";
        });
    }

    @PostMapping("/feedback/send")
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        return with(request, model, pass -> {
            try {
                return goOn("send", pass, "");
            } catch (OutOfReach asleep) {
                var head = Head.of(Gathering.of(names, pass), phrases);
                var part = FeedbackController.tellAsleep(asleep, response).part();
                model.addAttribute("page", new Check(head, List.of(), part));
                return "web/attendee/feedback-check";
            }
        });
    }

    @GetMapping("/feedback/thanks")
    String thanks(HttpServletRequest request, Model model) {
        return with(request, model, pass -> {
            var gathering = Gathering.of(names, pass);
            model.addAttribute("page", new Recap(phrases, gathering).thanks(answers.find(pass), pass));
            return "web/attendee/feedback-thanks";
        });
    }

    private String goOn(String go, AnswerPass pass, String next) {
        if (go.equals("send")) {
            answers.send(pass);
            return "redirect:/feedback/thanks";
        }
        return "redirect:" + next;
    }

    private void keepPrivately(AnswerPass pass, RestTyped typed) {
        var words = typed.privateWords();
        if (words != null && !words.strip().equals(names.privateWords(pass).strip())) {
            names.keepPrivateWords(pass, words.strip());
        }
    }

    private FormErrors problems(RestTyped typed) {
        var problems = new ArrayList<FormErrors.Item>();
        if (typed.comment().strip().length() > LONGEST_WORDS) {
            problems.add(new FormErrors.Item("comment", phrases.say("feedback.words.long")));
        }
        var words = typed.privateWords();
        if (words != null && words.strip().length() > LONGEST_WORDS) {
            problems.add(new FormErrors.Item("privateWords", phrases.say("feedback.words.long")));
        }
        return new FormErrors(problems);
    }

    private static Answers.Talk talk(Who who, MultiValueMap<String, String> typed) {
        var introduced = first(typed, "introduced-" + who.id());
        var person = Who.of(introduced);
        var by = person.map(introducer -> introducer.kind().name())
                .orElse(INTRODUCERS.contains(introduced) ? introduced : "NOT_SAID");
        return new Answers.Talk(
                who,
                has(typed, "useful", who),
                has(typed, "maybe", who),
                by,
                person.map(Who::id).orElse(""),
                !has(typed, "dontAsk", who));
    }

    private static boolean has(MultiValueMap<String, String> typed, String field, Who who) {
        return typed.getOrDefault(field, List.of()).contains(who.formValue());
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    private String talks(AnswerPass pass, List<Met> met, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var chats = met.stream().map(side -> chat(side, gathering)).toList();
        model.addAttribute(
                "page",
                new Talks(Head.of(gathering, phrases), gathering.asleep(), chats, trouble.problems(), trouble.part()));
        return "web/attendee/feedback-4";
    }

    private Chat chat(Met side, Gathering gathering) {
        var introduced =
                side.introducer().isEmpty() ? side.introducedBy() : side.introducedBy() + ":" + side.introducer();
        return new Chat(
                side.who(),
                gathering.nameOf(side.who(), phrases),
                side.talk().equals("USEFUL") || side.talk().equals("BOTH"),
                side.again().equals("MAYBE"),
                !side.askAgain(),
                introduced,
                introducers(side.who(), gathering));
    }

    private List<Introducer> introducers(Who met, Gathering gathering) {
        var introducers = new ArrayList<Introducer>();
        for (var word : List.of("NOBODY", "ORGANISER", "ACTIVITY")) {
            introducers.add(new Introducer(word, phrases.say("introduced." + word)));
        }
        var labels = gathering.labels().keySet().stream()
                .map(label -> new Who(Who.Kind.LABEL, label))
                .toList();
        for (var box : gathering.boxes(Set.of(met), Set.of(), labels, phrases)) {
            introducers.add(new Introducer(box.value(), box.name()));
        }
        return introducers;
    }

    private String rest(AnswerPass pass, RestTyped typed, boolean anybodyMet, Trouble trouble, Model model) {
        var gathering = Gathering.of(names, pass);
        var words = typed.privateWords();
        if (words == null && !gathering.asleep()) {
            words = names.privateWords(pass);
        }
        model.addAttribute(
                "page",
                new Rest(
                        Head.of(gathering, phrases),
                        typed.familiarFaces(),
                        typed.came(),
                        typed.comment(),
                        typed.commentId().value(),
                        words == null ? "" : words,
                        gathering.asleep(),
                        anybodyMet,
                        trouble.problems(),
                        trouble.part()));
        model.addAttribute(
                "familiarFaces",
                Choice.list(
                        phrases,
                        "familiar",
                        "NEARLY_ALL",
                        "MORE_THAN_HALF",
                        "ABOUT_HALF",
                        "LESS_THAN_HALF",
                        "HARDLY_ANY"));
        model.addAttribute("came", Choice.list(phrases, "came", "ALONE", "WITH_COLLEAGUES"));
        return "web/attendee/feedback-5";
    }

    private String with(HttpServletRequest request, Model model, Function<AnswerPass, String> page) {
        return FeedbackSession.with(request, model, phrases, page);
    }

    /** Step 5 as it was typed; no private words if the box was not shown. */
    private record RestTyped(
            String familiarFaces,
            String came,
            String comment,
            FormId commentId,
            @Nullable String privateWords) {

        static RestTyped of(MultiValueMap<String, String> sent) {
            var familiar = first(sent, "familiarFaces");
            var came = first(sent, "came");
            return new RestTyped(
                    FAMILIAR.contains(familiar) ? familiar : "NOT_SAID",
                    CAME.contains(came) ? came : "NOT_SAID",
                    first(sent, "comment"),
                    FormId.of(first(sent, "commentId")),
                    sent.getFirst("privateWords"));
        }

        @Override
        public String toString() {
            return "RestTyped[masked]";
        }
    }
}
