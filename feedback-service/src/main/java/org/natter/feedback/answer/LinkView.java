package org.natter.feedback.answer;

import java.time.Instant;
import java.util.List;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;

/**
 * What is behind a personal link, without a word of the answer itself.
 *
 * <p>Reading it leaves no trace. {@code steps} are the saved ones, in order.
 */
public record LinkView(
        AttendanceId attendance,
        EventId event,
        int generation,
        LinkPurpose kind,
        LinkState state,
        Instant closesAt,
        boolean answered,
        List<Integer> steps) {
    public LinkView {
        steps = List.copyOf(steps);
    }

    static LinkView of(
            PersonalLink link,
            EventId event,
            LinkState state,
            Instant closesAt,
            boolean answered,
            List<Integer> steps) {
        return new LinkView(
                link.attendance(), event, link.generation(), link.purpose(), state, closesAt, answered, steps);
    }
}
