package org.natter.web.attendee;

import java.util.Optional;
import org.natter.web.services.AttendeeApi;
import org.natter.web.services.AttendeeApi.StopChoice;
import org.natter.web.services.AttendeeApi.StopWish;
import org.natter.web.services.AttendeeApi.Stopped;
import org.natter.web.services.Caller;
import org.natter.web.services.FeedbackApi;
import org.natter.web.services.FeedbackApi.Press;
import org.natter.web.services.LinkToken;
import org.natter.web.services.PagePart;
import org.natter.web.services.ServiceRefusal;
import org.springframework.stereotype.Component;

/**
 * "No more questions", wherever it is pressed: attendee-service, which sends all mail, decides; feedback-service is told as
 * well, so that nothing more falls due. Twice is once.
 */
@Component
public class StoppingQuestions {

    private final AttendeeApi mails;
    private final FeedbackApi answers;

    StoppingQuestions(AttendeeApi mails, FeedbackApi answers) {
        this.mails = mails;
        this.answers = answers;
    }

    /** What is switched off from now on; nothing for a wrong link. */
    public Optional<StopChoice> stop(LinkToken link, Stopped wish) {
        var choice = mails.stopMails(Caller.everybody(), new StopWish(link, wish));
        if (choice.isPresent()) {
            PagePart.of(() -> tell(link));
        }
        return choice;
    }

    /** The mails are stopped already, so what feedback-service makes of it changes nothing for anybody. */
    private boolean tell(LinkToken link) {
        try {
            answers.stop(Caller.everybody(), new Press(link));
            return true;
        } catch (ServiceRefusal neverAsked) {
            return false;
        }
    }
}
