package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.InvitationKind;

/**
 * What is behind a personal link, without a word of the answer itself.
 *
 * <p>Reading it leaves no trace.
 *
 * @param steps the saved ones, in order, of an answer that may not be {@code sent} yet
 * @param asks the question of the form
 * @param stayedAway whether they told that they did not come
 * @param reasonGiven whether they told why as well; which it was is for nobody to whom the mail was forwarded
 * @param moreToAsk whether there is still something to ask about this event
 */
public record LinkView(
        AttendanceId attendance,
        EventId event,
        int generation,
        LinkPurpose kind,
        LinkState state,
        Instant closesAt,
        boolean answered,
        boolean sent,
        List<Integer> steps,
        InvitationKind asks,
        boolean stayedAway,
        boolean reasonGiven,
        boolean moreToAsk) {
    public LinkView {
        steps = List.copyOf(steps);
    }

    static LinkView of(
            PersonalLink link,
            EventId event,
            LinkState state,
            Instant closesAt,
            boolean answered,
            boolean sent,
            List<Integer> steps,
            InvitationKind asks,
            boolean stayedAway,
            boolean reasonGiven,
            boolean moreToAsk) {
        return new LinkView(
                link.attendance(),
                event,
                link.generation(),
                link.purpose(),
                state,
                closesAt,
                answered,
                sent,
                steps,
                asks,
                stayedAway,
                reasonGiven,
                moreToAsk);
    }
}
