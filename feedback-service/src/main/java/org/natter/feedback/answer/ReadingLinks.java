package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.invitation.Invitations;

/**
 * Says what is behind a personal link, and stops further asking on request.
 *
 * <p>Reading changes nothing, ever.
 */
public final class ReadingLinks {

    private final Admission admission;
    private final Invitations invitations;
    private final Answers answers;
    private final FollowUpPages followUps;

    public ReadingLinks(Admission admission, Invitations invitations, Answers answers, FollowUpPages followUps) {
        this.admission = admission;
        this.invitations = invitations;
        this.answers = answers;
        this.followUps = followUps;
    }

    /** @throws UnknownLink if there is nothing behind it */
    public LinkView read(PersonalLink link, Instant now) {
        var admitted = admission.admit(link.attendance(), link.generation());
        return link.purpose() == LinkPurpose.FEEDBACK ? feedback(link, admitted, now) : followUp(link, admitted, now);
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

    private LinkView feedback(PersonalLink link, Admission.Admitted admitted, Instant now) {
        var steps = answers.find(link.attendance()).map(Answer::steps).orElse(List.of());
        var closesAt = admitted.gathering().deadlines().closesAt();
        return LinkView.of(link, admitted.event(), admitted.stateAt(now), closesAt, !steps.isEmpty(), steps);
    }

    private LinkView followUp(PersonalLink link, Admission.Admitted admitted, Instant now) {
        var page = followUps.find(link.attendance()).orElseThrow(UnknownLink::new);
        var state = now.isAfter(page.closesAt()) ? LinkState.CLOSED : LinkState.OPEN;
        return LinkView.of(
                link,
                admitted.event(),
                admitted.gathering().calledOff() ? LinkState.CALLED_OFF : state,
                page.closesAt(),
                page.answered(),
                List.of());
    }
}
