package org.natter.feedback.answer;

import java.time.Instant;
import org.natter.feedback.invitation.DueEvents;
import org.natter.feedback.invitation.Invitations;

/**
 * Stops further asking about one event by a personal link, or takes it up again.
 *
 * <p>Twice is once. What is still open when somebody wants to be asked after all is asked soon, whatever else happens to the
 * event; what was passed over and is past its time stays so.
 */
public final class PausingQuestions {

    private final Admission admission;
    private final Invitations invitations;
    private final DueEvents dueEvents;

    public PausingQuestions(Admission admission, Invitations invitations, DueEvents dueEvents) {
        this.admission = admission;
        this.invitations = invitations;
        this.dueEvents = dueEvents;
    }

    /**
     * "Don't ask me about this event": no reminder, no follow-up.
     *
     * @throws UnknownLink if there is nothing behind it
     */
    public void stop(PersonalLink link, Instant now) {
        admission.admit(link.attendance(), link.generation());
        invitations.change(link.attendance(), invitation -> invitation.stop(now));
    }

    /**
     * "Ask me about this event after all". The event is looked at also if they were to be asked before: a crash between the
     * two writes is made good by pressing again.
     *
     * @throws UnknownLink if there is nothing behind it
     */
    public void askAgain(PersonalLink link, Instant now) {
        var admitted = admission.admit(link.attendance(), link.generation());
        invitations.change(link.attendance(), invitation -> invitation.askAgain(now));
        dueEvents.lookAt(admitted.event());
    }
}
