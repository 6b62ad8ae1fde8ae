package org.natter.attendee.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.natter.ids.HexId;

/** Words for their writer alone, in memory; passes {@link PrivateWordsContract} like the stored ones. */
public final class PrivateWordsInMemory implements PrivateWords {

    private final Map<AttendanceId, Map<LabelId, String>> labels = new HashMap<>();
    private final Map<AttendanceId, Kept> kept = new HashMap<>();

    @Override
    public Optional<LabelId> label(AttendanceId writer, String words) {
        var all = labels.computeIfAbsent(writer, id -> new LinkedHashMap<>());
        var label = new LabelId(HexId.derivedFrom(writer + words.strip().toLowerCase(Locale.ROOT)));
        if (!all.containsKey(label) && all.size() >= MOST_LABELS) {
            return Optional.empty();
        }
        all.put(label, words.strip());
        return Optional.of(label);
    }

    @Override
    public Map<LabelId, String> labelsOf(AttendanceId writer) {
        return labelsOf(List.of(writer));
    }

    @Override
    public Map<LabelId, String> labelsOf(Collection<AttendanceId> writers) {
        var all = new LinkedHashMap<LabelId, String>();
        writers.forEach(writer -> all.putAll(labels.getOrDefault(writer, Map.of())));
        return all;
    }

    @Override
    public void remember(AttendanceId writer, String overheard) {
        kept.put(writer, new Kept(overheard.strip(), of(writer).outcomes()));
    }

    @Override
    public void remember(AttendanceId writer, String overheard, String insteadOf) {
        var now = rememberedBy(writer);
        if (!now.equals(insteadOf) && !now.equals(overheard.strip())) {
            throw ChangedMeanwhile.at(writer);
        }
        remember(writer, overheard);
    }

    @Override
    public boolean remember(AttendanceId writer, OutcomeId outcome, String words) {
        var outcomes = new LinkedHashMap<>(of(writer).outcomes());
        if (!outcomes.containsKey(outcome.value()) && outcomes.size() >= MOST_OUTCOMES) {
            return false;
        }
        outcomes.put(outcome.value(), words.strip());
        kept.put(writer, new Kept(of(writer).overheard(), outcomes));
        return true;
    }

    @Override
    public Map<AttendanceId, Kept> keptBy(Collection<AttendanceId> writers) {
        var all = new HashMap<>(kept);
        all.keySet().retainAll(writers);
        return all;
    }

    @Override
    public String rememberedBy(AttendanceId writer) {
        return of(writer).overheard();
    }

    private Kept of(AttendanceId writer) {
        return kept.getOrDefault(writer, new Kept("", Map.of()));
    }
}
