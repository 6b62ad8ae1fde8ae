package org.natter.attendee.mail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What was told, in memory; the last word wins. */
final class HeardInMemory implements EventsAsTold {

    private final Map<EventId, WhenAndWhere> told = new HashMap<>();
    private final Map<EventId, String> reasons = new HashMap<>();
    private final Set<AttendanceId> answered = new HashSet<>();

    @Override
    public Optional<WhenAndWhere> whenAndWhere(EventId event) {
        return Optional.ofNullable(told.get(event));
    }

    @Override
    public Optional<String> reason(EventId event) {
        return Optional.ofNullable(reasons.get(event));
    }

    @Override
    public Effect remember(EventId event, WhenAndWhere now, MessageMetadata source) {
        told.put(event, now);
        return Effect.APPLIED;
    }

    @Override
    public Effect rememberCallingOff(EventId event, String reason, MessageMetadata source) {
        reasons.put(event, reason);
        return Effect.APPLIED;
    }

    @Override
    public Effect rememberAnswer(AttendanceId writer, MessageMetadata source) {
        answered.add(writer);
        return Effect.APPLIED;
    }

    @Override
    public boolean hasAnswered(AttendanceId writer) {
        return answered.contains(writer);
    }
}
