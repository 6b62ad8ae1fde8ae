package org.natter.web.attendee;

import jakarta.servlet.http.HttpServletRequest;
import org.natter.web.forms.SubmittedForm;
import org.natter.web.services.FeedbackMailsApi;
import org.natter.web.services.FeedbackMailsApi.FeedbackMails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Feedback emails on or off, for the signed-in person; each button says which, so the last press of two pages holds. */
@Controller
class FeedbackMailsController {

    private final FeedbackMailsApi feedbackMails;

    FeedbackMailsController(FeedbackMailsApi feedbackMails) {
        this.feedbackMails = feedbackMails;
    }

    @PostMapping("/privacy-and-choices/feedback-emails")
    String choose(SubmittedForm form, HttpServletRequest request) {
        var wanted = form.yesOrNo("wanted");
        return HistoryController.signedIn(request, person -> {
            if (wanted == null) {
                return "redirect:/privacy-and-choices";
            }
            feedbackMails.want(person, new FeedbackMails(wanted));
            return "redirect:/privacy-and-choices?emails=saved#feedback-emails";
        });
    }
}
