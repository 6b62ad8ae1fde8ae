package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.natter.web.attendee.HistoryPages.Stop;
import org.natter.web.forms.FormState;
import org.natter.web.services.AnswerPass;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FormId;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.HistoryApi.CameOfIt;
import org.natter.web.services.NotThere;
import org.natter.web.services.WritersApi;
import org.natter.web.services.WritersApi.OutcomeWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Takes back what came of it, where it was told: with the answers about its event, or by hand; and a meeting that was added by
 * hand. Asks once more first.
 */
@Controller
class TakingBackController {

    private final HistoryApi histories;
    private final FeedbackApi answers;
    private final WritersApi writers;

    TakingBackController(HistoryApi histories, FeedbackApi answers, WritersApi writers) {
        this.histories = histories;
        this.answers = answers;
        this.writers = writers;
    }

    @GetMapping("/history/outcomes/{outcome}/remove")
    String ask(@PathVariable FormId outcome, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(
                request, caller -> show(find(caller, outcome).orElseThrow(NotThere::here), FormState.FRESH, model));
    }

    /** A second press finds nothing, and that is what it wanted. */
    @PostMapping("/history/outcomes/{outcome}/remove")
    String remove(@PathVariable FormId outcome, HttpServletRequest request, HttpServletResponse response, Model model) {
        return HistoryController.signedIn(
                request,
                caller -> find(caller, outcome)
                        .map(found -> FormState.send(
                                response,
                                Map.of(),
                                () -> remove(caller, outcome, found),
                                state -> show(found, state, model)))
                        .orElseGet(() -> gone(outcome)));
    }

    @GetMapping("/history/meetings/{meeting}/remove")
    String askOfMeeting(@PathVariable FormId meeting, HttpServletRequest request, Model model) {
        return HistoryController.signedIn(
                request,
                caller -> show(
                        meeting, findMeeting(caller, meeting).orElseThrow(NotThere::here), FormState.FRESH, model));
    }

    /** A second press finds nothing, and that is what it wanted. */
    @PostMapping("/history/meetings/{meeting}/remove")
    String removeMeeting(
            @PathVariable FormId meeting, HttpServletRequest request, HttpServletResponse response, Model model) {
        return HistoryController.signedIn(
                request,
                caller -> findMeeting(caller, meeting)
                        .map(found -> FormState.send(
                                response,
                                Map.of(),
                                () -> {
                                    histories.takeBack(caller, meeting);
                                    return gone(meeting);
                                },
                                state -> show(meeting, found, state, model)))
                        .orElseGet(() -> gone(meeting)));
    }

    private Optional<Stop> findMeeting(Caller caller, FormId meeting) {
        return HistoryPages.addedByHand(meeting, histories.history(caller));
    }

    private static String show(FormId meeting, Stop stop, FormState state, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("stop", stop);
        model.addAttribute("met", stop.people().get(0));
        model.addAttribute("state", state);
        return "web/attendee/history-take-back-meeting";
    }

    /** The page says whether it has gone yet: what was told with answers goes a moment later. */
    private static String gone(FormId outcome) {
        return "redirect:/history?forgotten=" + outcome;
    }

    private String remove(Caller caller, FormId outcome, CameOfIt found) {
        var told = found.told();
        if (told == null) {
            histories.forget(caller, outcome);
            return gone(outcome);
        }
        var event = Objects.requireNonNull(found.event());
        var answering = new AnswerPass(told.attendance(), event, told.generation()).caller();
        answers.withdraw(answering, outcome);
        writers.keepOutcomeWords(answering, event, outcome, new OutcomeWords(""));
        return gone(outcome);
    }

    private Optional<CameOfIt> find(Caller caller, FormId outcome) {
        return histories.history(caller).outcomes().stream()
                .filter(one -> one.outcome().equals(outcome.value()))
                .findFirst();
    }

    private static String show(CameOfIt outcome, FormState state, Model model) {
        model.addAttribute("outcome", outcome);
        model.addAttribute("state", state);
        return "web/attendee/history-take-back";
    }
}
