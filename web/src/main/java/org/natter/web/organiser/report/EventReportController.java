package org.natter.web.organiser.report;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.natter.web.account.Organiser;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.organiser.EventPages;
import org.natter.web.services.EventId;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.FeedbackReport;
import org.natter.web.services.FeedbackApi.ListReply;
import org.natter.web.services.FeedbackApi.Turnout;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Feedback and Mixing of one event. */
@Controller
class EventReportController {

    /** From ten on the morning after, when people are asked, the question is open for a day. */
    private static final Duration OPEN = Duration.ofDays(1);

    private static final Set<String> SAID = Set.of("asking", "will-ask", "complete", "over");

    private final EventPages pages;
    private final FeedbackApi feedback;
    private final ExecutorService pageCalls;
    private final Clock clock;

    EventReportController(EventPages pages, FeedbackApi feedback, ExecutorService pageCalls, Clock clock) {
        this.pages = pages;
        this.feedback = feedback;
        this.pageCalls = pageCalls;
        this.clock = clock;
    }

    @GetMapping("/organise/events/{event}/feedback")
    String feedback(
            @PathVariable EventId event,
            SubmittedForm shown,
            @AuthenticationPrincipal Organiser organiser,
            Model model) {
        var asked = PagePart.asked(
                pageCalls, () -> feedback.feedback(organiser.caller(), event).orElseThrow(NotThere::here));
        var turnout = PagePart.asked(
                pageCalls, () -> feedback.turnout(organiser.caller(), event).orElseThrow(NotThere::here));
        var page = pages.of(event, organiser);
        var report = asked.get();
        model.addAttribute("page", page);
        model.addAttribute("report", report);
        var said = shown.text("said");
        var others = shown.text("others");
        model.addAttribute("said", SAID.contains(said) ? "report.list." + said : null);
        model.addAttribute("others", others.matches("[0-9]{1,4}") ? Integer.parseInt(others) : 1);
        var asking = turnout.get().found();
        model.addAttribute("list", asking.map(Turnout::listQuestion).orElse(null));
        model.addAttribute(
                "listSaid",
                asking.map(Turnout::listSaidComplete)
                        .map(complete -> listSaid(complete, report))
                        .orElse(null));
        model.addAttribute(
                "reached",
                report.found()
                        .map(found -> Reached.of(found, page, clock.instant()))
                        .orElse(null));
        return "web/organiser/report/feedback";
    }

    /** The key of what one of the organisers has said of the list; once answers have closed, of what was then done. */
    private String listSaid(boolean complete, PagePart<FeedbackReport> report) {
        var closed = report.found()
                .filter(found -> !found.closesAt().isAfter(clock.instant()))
                .isPresent();
        return "report.list.said." + complete + (closed && !complete ? ".closed" : "");
    }

    /** "Was the list complete?" Yes, or no: then everybody is asked. */
    @PostMapping("/organise/events/{event}/list")
    String reply(@PathVariable EventId event, SubmittedForm form, @AuthenticationPrincipal Organiser organiser) {
        var complete = form.yesOrNo("complete");
        var page = "redirect:/organise/events/" + event + "/feedback";
        if (complete == null) {
            return page;
        }
        var asked = PagePart.of(
                        () -> feedback.turnout(organiser.caller(), event).orElseThrow(NotThere::here))
                .found();
        feedback.reply(organiser.caller(), event, new ListReply(complete));
        boolean whole = complete;
        return asked.map(turnout -> page + said(turnout, whole)).orElse(page);
    }

    /** What the reply does; one that came after another or too late does nothing, since the first stays. */
    private String said(Turnout turnout, boolean complete) {
        var question = turnout.listQuestion();
        if (question == null) {
            return Boolean.valueOf(complete).equals(turnout.listSaidComplete()) ? "" : "?said=over";
        }
        if (complete) {
            return "?said=complete";
        }
        var asking = !clock.instant().isBefore(question.takenAsNoAt().minus(OPEN));
        return "?said=" + (asking ? "asking" : "will-ask") + "&others=" + (question.expected() - question.checkedIn());
    }

    @GetMapping("/organise/events/{event}/mixing")
    String mixing(@PathVariable EventId event, @AuthenticationPrincipal Organiser organiser, Model model) {
        var asked = PagePart.asked(
                pageCalls, () -> feedback.mixing(organiser.caller(), event).orElseThrow(NotThere::here));
        var page = pages.of(event, organiser);
        var report = asked.get();
        model.addAttribute("page", page);
        model.addAttribute("report", report);
        model.addAttribute(
                "reached",
                report.found()
                        .map(found -> Reached.of(found, page, clock.instant()))
                        .orElse(null));
        return "web/organiser/report/mixing";
    }
}
