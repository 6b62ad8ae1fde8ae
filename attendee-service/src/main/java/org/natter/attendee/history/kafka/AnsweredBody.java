package org.natter.attendee.history.kafka;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.natter.attendee.history.FamiliarFaces;
import org.natter.attendee.history.FeedbackAnswered;
import org.natter.attendee.history.FeedbackAnswered.Came;
import org.natter.attendee.history.FeedbackAnswered.KnownBefore;
import org.natter.attendee.history.FeedbackAnswered.Side;
import org.natter.attendee.history.FeedbackAnswered.Unnamed;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;

/** {@code feedback.answered.v1} as it is on the wire, also from before it told whether whom they met is said. */
record AnsweredBody(FeedbackAnswered told) {

    /** Every field but {@code saysWhom} has to be there. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static AnsweredBody of(
            AttendanceId writer,
            EventId event,
            Instant at,
            List<Side> met,
            List<Unnamed> others,
            KnownBefore knownBefore,
            FamiliarFaces familiarFaces,
            Came came,
            boolean sent,
            @JsonAnySetter Map<String, Object> more) {
        var saysWhom = (Boolean) more.get("saysWhom");
        return new AnsweredBody(
                new FeedbackAnswered(writer, event, at, met, others, knownBefore, familiarFaces, came, sent, saysWhom));
    }
}
