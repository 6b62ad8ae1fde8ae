package org.natter.feedback.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.EventNews;
import org.natter.feedback.invitation.EventStanding;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.RegionId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** Evidence that is laid down by a test as it wants it. */
final class EvidenceInMemory implements EvidenceRows {

    final Map<EventId, Evidence> events = new HashMap<>();
    final Map<EventId, Gathering> gatherings = new HashMap<>();

    @Override
    public Effect on(EventNews event, EventStanding standing, MessageMetadata source) {
        gatherings.put(event.event(), event.gathering(standing));
        return Effect.APPLIED;
    }

    @Override
    public Effect on(GuestTold guest, MessageMetadata source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Effect on(AbsenceTold absence, MessageMetadata source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Effect on(ArrivalTold arrival, boolean here, MessageMetadata source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Effect on(AnswerTold answer, MessageMetadata source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Effect on(OutcomeTold outcome, MessageMetadata source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Evidence of(EventId event) {
        return Optional.ofNullable(events.get(event)).orElse(Evidence.none(event));
    }

    @Override
    public Map<EventId, Gathering> eventsOf(RegionId region) {
        return gatherings;
    }
}
