package org.natter.web.attendee;

import org.natter.web.services.FeedbackMailsApi.StopChoice;
import org.natter.web.services.LinkToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What of the feedback mails is stopped, by the link in one of them, with what can be stopped besides and the way back. */
@Component
public class StopPage {

    private final TellingBothServices both;

    StopPage(TellingBothServices both) {
        this.both = both;
    }

    /** Puts itself on the page. @return the view's name */
    public String show(StopChoice choice, LinkToken token, Model model) {
        model.addAttribute("over", both.isAllAsked(token));
        model.addAttribute("choice", choice);
        model.addAttribute("token", token.value());
        return "web/attendee/unsubscribe";
    }
}
