package org.natter.local.story;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.natter.local.story.RegionOnPaper.Evening;
import org.natter.local.story.RegionOnPaper.Place;
import org.natter.local.story.RegionOnPaper.Somebody;

/** Puts a {@link RegionOnPaper} into a store as the product keeps it, with the driver. */
final class FilledStore implements BiConsumer<String, Document> {

    private static final int AT_ONCE = 2_000;

    private final MongoClient store;
    private final Map<String, List<WriteModel<Document>>> waiting = new HashMap<>();
    private int rows;

    FilledStore(MongoClient store) {
        this.store = store;
    }

    /** How many documents there are in the end. */
    int fill(RegionOnPaper paper, String region, Instant now) {
        for (var evening : paper.evenings) {
            var stored = new StoredEvening(evening, region, now, this);
            stored.write();
            inTheRegion(evening, stored.inTheRegion());
            // looked at once after the start, as after each message about it: what is due, its report too, is done then
            accept(
                    StoredEvening.FEEDBACK + ".agenda",
                    new Document("_id", evening.id())
                            .append("v", StoredEvening.idOf("mark " + evening.id()))
                            .append("due", Date.from(now)));
        }
        people(paper.evenings, this);
        waiting.keySet().forEach(this::flush);
        return rows;
    }

    /** Whoever was at these evenings, with all they said of themselves. */
    static void people(List<Evening> evenings, BiConsumer<String, Document> rows) {
        var all = new HashMap<Somebody, Document>();
        for (var evening : evenings) {
            for (var place : evening.places()) {
                attended(all.computeIfAbsent(place.who(), FilledStore::person), evening, place);
            }
        }
        all.forEach((who, person) -> {
            rows.accept(StoredEvening.ATTENDEES + ".person", person);
            rows.accept(
                    StoredEvening.ATTENDEES + ".person_address",
                    new Document("_id", who.guest().email()).append("person", who.id()));
        });
    }

    private static Document person(Somebody who) {
        var guest = who.guest();
        return new Document("_id", who.id())
                .append("v", StoredEvening.someVersion(who.id()))
                .append("name", guest.name())
                .append("organisation", guest.organisation())
                .append("sector", guest.sector().name())
                .append("proven", true)
                .append("used", false)
                .append("attendances", new Document())
                .append("pending", new Document())
                .append("said", new Document())
                .append("address", guest.email())
                .append("settled", new Document());
    }

    private static void attended(Document person, Evening evening, Place place) {
        ((Document) person.get("attendances")).append(evening.id(), place.attendance());
        ((Document) person.get("said"))
                .append(
                        place.attendance(),
                        new Document("name", person.get("name"))
                                .append("organisation", person.get("organisation"))
                                .append("sector", person.get("sector")));
        ((Document) person.get("settled"))
                .append(
                        place.attendance(),
                        Date.from(evening.day()
                                .minusDays(7)
                                .atTime(LocalTime.NOON)
                                .atZone(Story.ZONE)
                                .toInstant()));
    }

    @Override
    public void accept(String collection, Document row) {
        if (collection.endsWith(".door_code")) { // two may have the same letters
            var set = new Document();
            ((Document) row.get("attendances")).forEach((one, is) -> set.append("attendances." + one, is));
            write(collection, upsert(row.getString("_id"), new Document("$set", set)));
        } else {
            write(collection, new InsertOneModel<>(row));
        }
    }

    private static String id(WriteModel<Document> write) {
        return write instanceof InsertOneModel<Document> insert
                ? insert.getDocument().getString("_id")
                : String.valueOf(((UpdateOneModel<Document>) write).getFilter());
    }

    private void inTheRegion(Evening evening, Document known) {
        write(
                StoredEvening.FEEDBACK + ".evidence_of_region",
                upsert(
                        known.getString("row"),
                        new Document(
                                        "$set",
                                        new Document("events." + evening.id(), known.get("fact"))
                                                .append("src." + known.getString("source"), known.get("mark")))
                                .append("$inc", new Document("v", 1L))));
    }

    private static WriteModel<Document> upsert(String id, Document change) {
        return new UpdateOneModel<>(new Document("_id", id), change, new UpdateOptions().upsert(true));
    }

    private void write(String collection, WriteModel<Document> write) {
        var all = waiting.computeIfAbsent(collection, first -> new ArrayList<>());
        all.add(write);
        rows++;
        if (all.size() == AT_ONCE) {
            flush(collection);
        }
    }

    /** In the order of their ids: neighbours are written together, and a tree that has grown is large. */
    private void flush(String collection) {
        var all = waiting.getOrDefault(collection, new ArrayList<>());
        if (!all.isEmpty()) {
            all.sort(Comparator.comparing(FilledStore::id));
            var dot = collection.indexOf('.');
            store.getDatabase(collection.substring(0, dot))
                    .getCollection(collection.substring(dot + 1))
                    .bulkWrite(all, new BulkWriteOptions().ordered(false));
            all.clear();
        }
    }
}
