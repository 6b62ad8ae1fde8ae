package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.natter.feedback.invitation.AbsenceReason;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.Rooms;

/**
 * Says what is behind a personal link, and takes a no by it.
 *
 * <p>Reading changes nothing, ever.
 */
public final class ReadingLinks {

    private final Admission admission;
    private final Invitations invitations;
    private final Rooms rooms;
    private final Answers answers;
    private final FollowUpPages followUps;

    public ReadingLinks(
            Admission admission, Invitations invitations, Rooms rooms, Answers answers, FollowUpPages followUps) {
        this.admission = admission;
        this.invitations = invitations;
        this.rooms = rooms;
        this.answers = answers;
        this.followUps = followUps;
    }

    /** @throws UnknownLink if there is nothing behind it */
    public LinkView read(PersonalLink link, Instant now) {
        var admitted = admission.admit(link.attendance(), link.generation());
        return link.purpose() == LinkPurpose.FEEDBACK ? feedback(link, admitted, now) : followUp(link, admitted, now);
    }

    /**
     * "No, not this time", and perhaps why: no reminder, and the reason counts among others.
     *
     * @throws UnknownLink if this is no link to the form, or there is nothing behind it
     * @throws EventCalledOff if the event did not take place
     * @throws FormClosed if the form can no longer be written
     */
    public void stayAway(PersonalLink link, AbsenceReason reason, Instant now) {
        if (link.purpose() != LinkPurpose.FEEDBACK) {
            throw new UnknownLink();
        }
        admission.toWrite(link.attendance(), link.generation(), now);
        invitations.change(link.attendance(), invitation -> invitation.stayAway(reason, now));
    }

    /** Whoever is checked in by now is asked how it was, whatever they were asked at first. */
    private InvitationKind asks(PersonalLink link, Admission.Admitted admitted, Optional<Invitation> invitation) {
        var here =
                rooms.some(admitted.event(), Set.of(link.attendance())).came().contains(link.attendance());
        return here
                ? InvitationKind.HOW_WAS_IT
                : invitation.map(Invitation::kind).orElse(InvitationKind.HOW_WAS_IT);
    }

    private LinkView feedback(PersonalLink link, Admission.Admitted admitted, Instant now) {
        var answer = answers.find(link.attendance());
        var invitation = invitations.find(link.attendance());
        var steps = answer.map(Answer::steps).orElse(List.of());
        var sent = answer.map(Answer::sent).orElse(false);
        var closesAt = admitted.gathering().deadlines().closesAt();
        return LinkView.of(
                link,
                admitted.event(),
                admitted.stateAt(now),
                closesAt,
                !steps.isEmpty(),
                sent,
                steps,
                asks(link, admitted, invitation),
                invitation.map(Invitation::absence).isPresent(),
                invitation
                        .map(Invitation::absence)
                        .filter(reason -> reason != AbsenceReason.NOT_SAID)
                        .isPresent(),
                hasMoreToAsk(admitted.gathering(), answer, hasStayedAway(answer, invitation), now));
    }

    /** Who has said that they were not there, and nothing else since, is asked nothing more. */
    private static boolean hasStayedAway(Optional<Answer> answer, Optional<Invitation> invitation) {
        return answer.isEmpty() && invitation.map(Invitation::absence).isPresent();
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
                page.answered(),
                List.of(),
                asks(link, admitted, invitations.find(link.attendance())),
                false,
                false,
                hasMoreToAsk(admitted.gathering(), answers.find(link.attendance()), false, now));
    }

    /** How it was, while the form is open; later what came of it, of those who may be asked about somebody they met. */
    private static boolean hasMoreToAsk(Gathering gathering, Optional<Answer> answer, boolean stayedAway, Instant now) {
        var deadlines = gathering.deadlines();
        var asksLater = answer.filter(Answer::metSomebodyToAskAbout).isPresent();
        return !gathering.calledOff()
                && !stayedAway
                && !now.isAfter(asksLater ? deadlines.lastFollowUpClosesAt() : deadlines.closesAt());
    }
}
