package org.natter.attendee.history;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.natter.attendee.person.AttendanceId;
import org.natter.messaging.Effect;
import org.natter.messaging.MessageMetadata;

/** What attendances reported, in memory; passes {@link HistoryEntriesContract} like the projection. */
final class HistoryEntriesInMemory implements HistoryEntries {

    private final Map<AttendanceId, HistoryEntry> all = new HashMap<>();
    private final NewestWords newest = new NewestWords();

    @Override
    public Map<AttendanceId, HistoryEntry> of(Collection<AttendanceId> writers) {
        return writers.stream()
                .distinct()
                .filter(all::containsKey)
                .collect(Collectors.toMap(writer -> writer, all::get));
    }

    @Override
    public Set<AttendanceId> naming(Collection<AttendanceId> writers, Collection<AttendanceId> named) {
        var naming = new HashMap<>(of(writers));
        naming.keySet().removeIf(writer -> Collections.disjoint(named(writer), named));
        return naming.keySet();
    }

    @Override
    public Map<AttendanceId, Set<AttendanceId>> amongThemselves(Collection<AttendanceId> writers) {
        return naming(writers, writers).stream().collect(Collectors.toMap(writer -> writer, this::named));
    }

    private Set<AttendanceId> named(AttendanceId writer) {
        return Optional.ofNullable(all.get(writer)).flatMap(HistoryEntry::answered).stream()
                .flatMap(answer -> answer.met().stream())
                .map(side -> new AttendanceId(side.who().id()))
                .collect(Collectors.toSet());
    }

    @Override
    public <T> T whole(Supplier<T> reading) {
        return reading.get();
    }

    @Override
    public Effect on(FeedbackAnswered answer, MessageMetadata source) {
        return keep(
                answer.writer(),
                "answer",
                source,
                entry -> new HistoryEntry(entry.id(), answer, entry.outcomes(), entry.invited()));
    }

    @Override
    public Effect on(OutcomeReported outcome, MessageMetadata source) {
        return keep(outcome.writer(), "outcomes." + outcome.outcome(), source, entry -> {
            var outcomes = new LinkedHashMap<String, OutcomeReported>();
            Optional.ofNullable(entry.outcomes()).ifPresent(outcomes::putAll);
            outcomes.put(outcome.outcome(), outcome);
            return new HistoryEntry(entry.id(), entry.answer(), outcomes, entry.invited());
        });
    }

    @Override
    public Effect on(InvitedToAnswer invited, MessageMetadata source) {
        return keep(
                invited.attendance(),
                "invited",
                source,
                entry -> new HistoryEntry(entry.id(), entry.answer(), entry.outcomes(), invited));
    }

    private Effect keep(AttendanceId writer, String what, MessageMetadata source, UnaryOperator<HistoryEntry> with) {
        return newest.take(writer + "." + what, source, () -> {
            var entry = all.getOrDefault(writer, new HistoryEntry(writer.value(), null, null, null));
            all.put(writer, with.apply(entry));
        });
    }
}
