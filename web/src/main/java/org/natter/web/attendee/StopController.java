package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.natter.web.forms.FormState;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackMailsApi.Stopped;
import org.natter.web.services.LinkToken;
import org.natter.web.services.NotThere;
import org.natter.web.services.PagePart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * "Stop these emails?": the page behind the last link of every feedback mail, which also has the way back, and the one click
 * of RFC 8058 that mail programs make without opening it. Looking changes nothing; pressing twice is pressing once, and the
 * last press of two pages holds.
 */
@Controller
class StopController {

    private static final String ONE_CLICK = "List-Unsubscribe";

    private final TellingBothServices both;
    private final StopPage page;

    StopController(TellingBothServices both, StopPage page) {
        this.both = both;
        this.page = page;
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable LinkToken token, Model model) {
        return page.show(both.stands(token).orElseThrow(NotThere::here), token, model);
    }

    /** What a mail program sends has neither a cookie nor a form's token, and means the whole stream. */
    @PostMapping("/unsubscribe/{token}")
    String oneClick(@PathVariable LinkToken token, SubmittedForm form, Model model) {
        return form.text(ONE_CLICK).equals("One-Click") ? stop(token, Stopped.ALL, model) : ask(token, model);
    }

    @PostMapping("/unsubscribe")
    String pressed(SubmittedForm form, HttpServletResponse response, Model model) {
        var token = form.token().orElseThrow(NotThere::here);
        if (!form.text("again").isEmpty()) {
            return askAgain(token, response, model);
        }
        var wish = form.choice("stop", Stopped.NOTHING);
        return wish == Stopped.NOTHING ? ask(token, model) : stop(token, wish, model);
    }

    private String stop(LinkToken token, Stopped wish, Model model) {
        return page.show(both.stop(token, wish).orElseThrow(NotThere::here), token, model);
    }

    private String askAgain(LinkToken token, HttpServletResponse response, Model model) {
        return FormState.send(
                response,
                Map.of(),
                () -> {
                    var choice = both.askAgain(token).orElseThrow(NotThere::here);
                    model.addAttribute("again", choice.isNothing());
                    return page.show(choice, token, model);
                },
                state -> notSwitched(token, model));
    }

    /** What is still stopped, if attendee-service says so; else nobody knows, and the button is there to press once more. */
    private String notSwitched(LinkToken token, Model model) {
        var stopped = PagePart.of(() -> both.stands(token).orElseThrow(NotThere::here))
                .found()
                .filter(choice -> !choice.isNothing());
        model.addAttribute("unsaved", true);
        model.addAttribute("token", token.value());
        return stopped.map(choice -> page.show(choice, token, model)).orElse("web/attendee/unsubscribe-unsure");
    }
}
