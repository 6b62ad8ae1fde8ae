package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.LabelId;
import org.natter.attendee.person.OneMore;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PrivateWords;
import org.natter.ids.HexId;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * One document a writer's attendance: {@code {_id, labels: {<label>: words}, overheard, outcomes: {<outcome>: words}}}. A label's id is computed from
 * writer and words, so the same words again are the same label.
 */
@Component
class MongoPrivateWords implements PrivateWords {

    private final MongoCollection<Document> rows;

    MongoPrivateWords(MongoOperations mongo) {
        this.rows = mongo.getCollection("private_words");
    }

    @Override
    public Optional<LabelId> label(AttendanceId writer, String words) {
        var label = idOf(writer, words);
        return setOneOf(writer, "labels", label.value(), words, MOST_LABELS) ? Optional.of(label) : Optional.empty();
    }

    @Override
    public Map<LabelId, String> labelsOf(AttendanceId writer) {
        return labelsOf(List.of(writer));
    }

    @Override
    public Map<LabelId, String> labelsOf(Collection<AttendanceId> writers) {
        var ids = writers.stream().map(AttendanceId::value).toList();
        var labels = new LinkedHashMap<LabelId, String>();
        if (!ids.isEmpty()) {
            rows.find(Filters.in("_id", ids))
                    .forEach(row -> row.get("labels", new Document())
                            .forEach((label, words) -> labels.put(new LabelId(label), (String) words)));
        }
        return labels;
    }

    @Override
    public void remember(AttendanceId writer, String overheard) {
        set(writer, new Document("overheard", overheard.strip()));
    }

    @Override
    public void remember(AttendanceId writer, String overheard, String insteadOf) {
        Inserts.unlessThere(rows, new Document("_id", writer.value()));
        var seen = insteadOf.isEmpty()
                ? Filters.in("overheard", "", null) // absent before the first word
                : Filters.eq("overheard", insteadOf);
        var kept = rows.updateOne(
                Filters.and(Filters.eq("_id", writer.value()), seen),
                new Document("$set", new Document("overheard", overheard.strip())));
        if (kept.getMatchedCount() == 0 && !rememberedBy(writer).equals(overheard.strip())) {
            throw ChangedMeanwhile.at(writer);
        }
    }

    @Override
    public boolean remember(AttendanceId writer, OutcomeId outcome, String words) {
        return setOneOf(writer, "outcomes", outcome.value(), words, MOST_OUTCOMES);
    }

    @Override
    public Map<AttendanceId, Kept> keptBy(Collection<AttendanceId> writers) {
        var ids = writers.stream().map(AttendanceId::value).toList();
        var kept = new LinkedHashMap<AttendanceId, Kept>();
        if (!ids.isEmpty()) {
            rows.find(Filters.in("_id", ids)).forEach(row -> {
                var outcomes = new LinkedHashMap<String, String>();
                row.get("outcomes", new Document()).forEach((outcome, words) -> outcomes.put(outcome, (String) words));
                kept.put(new AttendanceId(row.getString("_id")), new Kept(row.get("overheard", ""), outcomes));
            });
        }
        return kept;
    }

    @Override
    public String rememberedBy(AttendanceId writer) {
        var row = rows.find(Filters.eq("_id", writer.value())).first();
        return row == null ? "" : row.get("overheard", "");
    }

    private boolean setOneOf(AttendanceId writer, String map, String key, String words, int most) {
        var row = rows.find(Filters.eq("_id", writer.value()))
                .projection(Projections.include(map))
                .first();
        var fits = OneMore.fits(row == null ? Map.of() : row.get(map, new Document()), key, most);
        if (fits) {
            set(writer, new Document(map + "." + key, words.strip()));
        }
        return fits;
    }

    private void set(AttendanceId writer, Document fields) {
        rows.updateOne(
                Filters.eq("_id", writer.value()), new Document("$set", fields), new UpdateOptions().upsert(true));
    }

    private static LabelId idOf(AttendanceId writer, String words) {
        return new LabelId(
                HexId.derivedFrom(writer.value() + "\0" + words.strip().toLowerCase(Locale.ROOT)));
    }
}
