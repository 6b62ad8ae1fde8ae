package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.natter.web.forms.FilledFrom;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.HistoryApi;
import org.natter.web.services.HistoryApi.NewName;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What a signed-in person is called from now on; past events keep the name they were booked with. */
@Controller
class OwnNameController {

    private final HistoryApi histories;

    OwnNameController(HistoryApi histories) {
        this.histories = histories;
    }

    @GetMapping("/privacy-and-choices/name")
    String ask(HttpServletRequest request, Model model) {
        return HistoryController.signedIn(request, person -> {
            var now = histories.me(person).name();
            return show(now, FilledFrom.these(now), FormState.FRESH, model);
        });
    }

    @PostMapping("/privacy-and-choices/name")
    String change(SubmittedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = form.text("name");
        return HistoryController.signedIn(
                request,
                person -> FormState.send(
                        response,
                        Map.of(),
                        () -> {
                            var now = histories.me(person).name();
                            var older = FilledFrom.isOlder(form, FilledFrom.these(now), FilledFrom.these(typed));
                            if (!older && FilledFrom.isKept(() -> histories.call(person, new NewName(typed, now)))) {
                                return "redirect:/privacy-and-choices?named=yes";
                            }
                            var kept = older ? now : histories.me(person).name();
                            model.addAttribute("older", kept);
                            return show(typed, FilledFrom.these(kept), FormState.older(response), model);
                        },
                        state -> show(typed, form.text("filledFrom"), state, model)));
    }

    private static String show(String typed, String filledFrom, FormState state, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("filledFrom", filledFrom);
        model.addAttribute("state", state);
        return "web/attendee/own-name";
    }
}
