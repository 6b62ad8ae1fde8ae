package org.natter.attendee.history.mongo;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.natter.attendee.history.AcquaintanceId;
import org.natter.attendee.history.FeedbackAnswered.Talk;
import org.natter.attendee.history.Notebook;
import org.natter.attendee.history.Notebooks;
import org.natter.attendee.history.TakenBack;
import org.natter.attendee.person.ChangedMeanwhile;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.OneMore;
import org.natter.attendee.person.OutcomeId;
import org.natter.attendee.person.PersonId;
import org.natter.messaging.Inserts;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** One document a person: {@code {_id, pages, added, outcomes, aims, sharing}}, each entry set by its own path. */
@Component
class MongoNotebooks implements Notebooks {

    private static final String ROWS = "notebook";

    private final MongoOperations store;

    MongoNotebooks(MongoOperations store) {
        this.store = store;
    }

    @Override
    public Notebook of(PersonId owner) {
        var found = store.findById(owner.value(), Notebook.class, ROWS);
        return found == null ? new Notebook(null, null, null, null, null) : found;
    }

    @Override
    public Map<PersonId, Notebook.Shared> sharedBy(Collection<PersonId> owners) {
        var shared = new HashMap<PersonId, Notebook.Shared>();
        if (!owners.isEmpty()) {
            var ids = owners.stream().map(PersonId::value).toList();
            store.getCollection(ROWS)
                    .aggregate(List.of(Aggregates.match(Filters.in("_id", ids)), Aggregates.project(whomRemoved())))
                    .forEach(row -> shared.put(new PersonId(row.getString("_id")), shared(row)));
        }
        return shared;
    }

    /** Whom somebody removed, under whatever name; all else that they noted stays unread. */
    private static Document whomRemoved() {
        return new Document("sharing", 1)
                .append("pages", some("pages", List.of("removed", "sameAs")))
                .append("added", some("added", List.of("person")));
    }

    /** Of the entries that say one of these, these alone, each with its key. */
    private static Document some(String map, List<String> fields) {
        var said = fields.stream().map(MongoNotebooks::orFalse).toList();
        var entries = new Document("$objectToArray", new Document("$ifNull", List.of("$" + map, new Document())));
        var kept = new Document("key", "$$one.k");
        fields.forEach(field -> kept.append(field, orFalse(field)));
        return new Document(
                "$map",
                new Document(
                                "input",
                                new Document(
                                        "$filter",
                                        new Document("input", entries)
                                                .append("as", "one")
                                                .append("cond", new Document("$or", said))))
                        .append("as", "one")
                        .append("in", kept));
    }

    private static Document orFalse(String field) {
        return new Document("$ifNull", List.of("$$one.v." + field, false));
    }

    private Notebook.Shared shared(Document row) {
        var sharing = row.get("sharing", Document.class);
        var pages = new HashMap<String, Notebook.Page>();
        row.getList("pages", Document.class)
                .forEach(page -> pages.put(
                        page.getString("key"),
                        new Notebook.Page(null, null, null, id(page, "sameAs"), page.getBoolean("removed"))));
        var added = new HashMap<String, Notebook.Added>();
        row.getList("added", Document.class)
                .forEach(one -> added.put(
                        one.getString("key"),
                        new Notebook.Added(null, null, null, id(one, "person"), null, false, Talk.NOT_SAID)));
        return new Notebook(
                        pages,
                        added,
                        null,
                        null,
                        sharing == null ? null : store.getConverter().read(Notebook.Sharing.class, sharing))
                .shared();
    }

    private static @Nullable AcquaintanceId id(Document entry, String field) {
        return entry.get(field) instanceof String id ? new AcquaintanceId(id) : null;
    }

    @Override
    public boolean write(PersonId owner, AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside) {
        if (!hasRoom(owner, "pages", about.value(), MOST)) {
            return false;
        }
        set(owner, "pages.", said(about, page, beside));
        return true;
    }

    /** Compared and set in one write: each note of these pages is still the one that was read. */
    @Override
    public boolean write(
            PersonId owner, AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside, String insteadOf) {
        if (!hasRoom(owner, "pages", about.value(), MOST)) {
            return false;
        }
        begin(owner);
        var pages = new HashSet<>(beside);
        pages.add(about);
        var set = fields("pages.", said(about, page, beside));
        Notebook found;
        do {
            found = of(owner);
            var now = found.noteOn(pages);
            if (!now.equals(insteadOf) && !now.equals(page.note())) {
                throw ChangedMeanwhile.at(owner);
            }
        } while (!setWhere(owner, sameNotes(found, pages), set));
        return true;
    }

    private static Bson sameNotes(Notebook found, Set<AcquaintanceId> pages) {
        return Filters.and(pages.stream()
                .map(one -> Filters.eq("pages." + one + ".note", found.noteOf(one)))
                .toList());
    }

    private static Map<String, @Nullable Object> said(
            AcquaintanceId about, Notebook.Page page, Set<AcquaintanceId> beside) {
        var set = said(about, page, page.note());
        beside.forEach(other -> set.putAll(said(other, page, page.note() == null ? null : "")));
        return set;
    }

    private static Map<String, @Nullable Object> said(AcquaintanceId about, Notebook.Page page, @Nullable String note) {
        var set = new LinkedHashMap<String, @Nullable Object>();
        set.put(about.value() + ".note", note);
        set.put(about.value() + ".metAgain", page.metAgain());
        set.put(about.value() + ".keptInTouch", page.keptInTouch());
        set.put(about.value() + ".removed", page.removed());
        return set;
    }

    @Override
    public boolean join(PersonId owner, AcquaintanceId label, AcquaintanceId really) {
        if (!hasRoom(owner, "pages", label.value(), MOST)) {
            return false;
        }
        set(owner, "pages.", Map.of(label + ".sameAs", really));
        return true;
    }

    @Override
    public boolean add(PersonId owner, AcquaintanceId id, Notebook.Added added) {
        return setOneOf(owner, "added", id.value(), added, MOST);
    }

    @Override
    public void takeBack(PersonId owner, TakenBack taken) {
        var going = taken.going();
        var unset = new Document();
        if (going.isEmpty()) {
            taken.meetings()
                    .forEach(meeting -> List.of("event", "where", "on")
                            .forEach(said -> unset.append("added." + meeting + "." + said, "")));
        }
        going.forEach(one -> unset.append("added." + one, "").append("pages." + one, ""));
        of(owner).outcomesOf(going).forEach(outcome -> unset.append("outcomes." + outcome, ""));
        if (!unset.isEmpty()) {
            store.getCollection(ROWS).updateOne(Filters.eq("_id", owner.value()), new Document("$unset", unset));
        }
    }

    @Override
    public boolean tell(PersonId owner, OutcomeId id, Notebook.OwnOutcome outcome) {
        return setOneOf(owner, "outcomes", id.value(), outcome, MOST_OUTCOMES);
    }

    @Override
    public void forget(PersonId owner, OutcomeId id) {
        store.getCollection(ROWS)
                .updateOne(
                        Filters.eq("_id", owner.value()), new Document("$unset", new Document("outcomes." + id, "")));
    }

    @Override
    public void aim(PersonId owner, EventId event, Notebook.Aim aim) {
        set(owner, "aims.", Map.of(event.value(), aim));
    }

    @Override
    public void aim(PersonId owner, EventId event, Notebook.Aim aim, Notebook.Aim insteadOf) {
        begin(owner);
        var kept = "aims." + event;
        var seen = Filters.and(
                insteadOf.words().isEmpty()
                        ? Filters.in(kept + ".words", "", null) // absent before the first word
                        : Filters.eq(kept + ".words", insteadOf.words()),
                Filters.eq(
                        kept + ".went",
                        insteadOf.went() == null ? null : insteadOf.went().name()));
        if (!setWhere(owner, seen, fields("aims.", Map.of(event.value(), aim)))
                && !of(owner).aimAt(event).equals(Optional.of(aim))) {
            throw ChangedMeanwhile.at(owner);
        }
    }

    @Override
    public void share(PersonId owner, Notebook.Sharing sharing) {
        set(owner, "", Map.of("sharing", sharing));
    }

    @Override
    public void share(PersonId owner, Notebook.Sharing sharing, Notebook.Sharing insteadOf) {
        begin(owner);
        var seen = Filters.and(
                shared("bothSaidSo", insteadOf.sharesBothSaidSo(), true),
                shared("circles", insteadOf.sharesCircles(), false),
                shared("coming", insteadOf.sharesComing(), false));
        if (!setWhere(owner, seen, fields("", Map.of("sharing", sharing)))
                && !of(owner).shares().isLike(sharing)) {
            throw ChangedMeanwhile.at(owner);
        }
    }

    /** @param unsaid what holds as long as nothing was said */
    private static Bson shared(String what, boolean seen, boolean unsaid) {
        var kept = "sharing." + what;
        return seen == unsaid ? Filters.in(kept, seen, null) : Filters.eq(kept, seen);
    }

    private boolean setOneOf(PersonId owner, String map, String key, Object fact, int most) {
        if (!hasRoom(owner, map, key, most)) {
            return false;
        }
        set(owner, map + ".", Map.of(key, fact));
        return true;
    }

    private boolean hasRoom(PersonId owner, String map, String key, int most) {
        var row = store.getCollection(ROWS)
                .find(Filters.eq("_id", owner.value()))
                .projection(Projections.include(map))
                .first();
        return OneMore.fits(row == null ? Map.of() : row.get(map, new Document()), key, most);
    }

    /** Has the owner have a notebook, so that what it says can be compared and set in one write. */
    private void begin(PersonId owner) {
        Inserts.unlessThere(store.getCollection(ROWS), new Document("_id", owner.value()));
    }

    /** Whether the notebook was as expected; else nothing is set. */
    private boolean setWhere(PersonId owner, Bson expected, Document fields) {
        return store.getCollection(ROWS)
                        .updateOne(
                                Filters.and(Filters.eq("_id", owner.value()), expected), new Document("$set", fields))
                        .getMatchedCount()
                == 1;
    }

    private Document fields(String under, Map<String, ? extends @Nullable Object> facts) {
        var fields = new Document();
        facts.forEach((path, fact) -> {
            if (fact != null) {
                fields.append(under + path, store.getConverter().convertToMongoType(fact));
            }
        });
        return fields;
    }

    private void set(PersonId owner, String under, Map<String, ? extends @Nullable Object> facts) {
        var fields = fields(under, facts);
        if (!fields.isEmpty()) {
            store.getCollection(ROWS)
                    .updateOne(
                            Filters.eq("_id", owner.value()),
                            new Document("$set", fields),
                            new UpdateOptions().upsert(true));
        }
    }
}
