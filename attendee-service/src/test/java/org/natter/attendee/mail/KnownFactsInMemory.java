package org.natter.attendee.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What is known, in memory; passes the contract of the projection. */
final class KnownFactsInMemory implements KnownFacts {

    private record Fact<F>(long version, F told) {}

    private final Map<EventId, Fact<Announced>> announced = new HashMap<>();
    private final Map<EventId, Fact<String>> reasons = new HashMap<>();
    private final Map<AttendanceId, Fact<Boolean>> answered = new HashMap<>();

    @Override
    public Optional<Announced> announced(EventId event) {
        return Optional.ofNullable(announced.get(event)).map(Fact::told);
    }

    @Override
    public Optional<String> reason(EventId event) {
        return Optional.ofNullable(reasons.get(event)).map(Fact::told);
    }

    @Override
    public boolean hasAnswered(AttendanceId writer) {
        return answered.containsKey(writer);
    }

    @Override
    public Effect remember(EventId event, Announced newest, MessageMetadata source) {
        return newest(announced, event, newest, source);
    }

    @Override
    public Effect rememberCallingOff(EventId event, String reason, MessageMetadata source) {
        return newest(reasons, event, reason, source);
    }

    @Override
    public Effect rememberAnswer(AttendanceId writer, MessageMetadata source) {
        return newest(answered, writer, true, source);
    }

    private static <K, F> Effect newest(Map<K, Fact<F>> facts, K key, F told, MessageMetadata source) {
        var before = facts.get(key);
        if (before != null && before.version() >= source.version()) {
            return Effect.ALREADY_NEWER;
        }
        facts.put(key, new Fact<>(source.version(), told));
        return Effect.APPLIED;
    }
}
