package org.natter.attendee.person.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.natter.attendee.person.StrayPeople;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Looks through {@code person}, {@code person_address} and {@code person_attendance}, some hundred rows at a time. */
@Component
class MongoStrayPeople implements StrayPeople {

    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> addresses;
    private final MongoCollection<Document> attendances;
    private final OwnWords ownWords;

    MongoStrayPeople(MongoOperations mongo) {
        this.persons = mongo.getCollection("person");
        this.addresses = mongo.getCollection("person_address");
        this.attendances = mongo.getCollection("person_attendance");
        this.ownWords = new OwnWords(mongo);
    }

    @Override
    public Set<Stray> look() {
        var found = new HashSet<Stray>();
        someAtATime(persons, rows -> {
            var there =
                    thereOf(rows.stream().flatMap(row -> sharing(row).stream()).toList());
            rows.stream()
                    .filter(row -> isNobodyYet(row) && Collections.disjoint(sharing(row), there))
                    .forEach(row -> found.add(new Stray(Kind.PERSON, row.getString("_id"), version(row))));
            rows.stream()
                    .filter(row -> !there.containsAll(sharing(row)))
                    .forEach(row -> found.add(new Stray(Kind.LIST, row.getString("_id"), version(row))));
        });
        someAtATime(addresses, rows -> {
            var known = attendancesOf(rows);
            rows.stream()
                    .filter(row -> !known.containsKey(row.getString("person")))
                    .forEach(row -> found.add(new Stray(Kind.ADDRESS, row.getString("_id"), version(row))));
        });
        someAtATime(attendances, rows -> {
            var known = attendancesOf(rows);
            rows.stream()
                    .filter(row -> !known.getOrDefault(row.getString("person"), List.of())
                            .contains(row.getString("_id")))
                    .forEach(row -> found.add(new Stray(Kind.ATTENDANCE, row.getString("_id"), version(row))));
        });
        return found;
    }

    @Override
    public void remove(Stray stray) {
        switch (stray.kind()) {
            case PERSON -> persons.deleteOne(asSeen(stray));
            case ADDRESS -> addresses.deleteOne(asSeen(stray));
            case ATTENDANCE -> attendances.deleteOne(asSeen(stray));
            case LIST -> persons.find(asSeen(stray)).forEach(this::listOnlyWhoIsThere);
        }
    }

    private boolean isNobodyYet(Document person) {
        return !person.getBoolean("proven", false)
                && person.get("attendances", new Document()).isEmpty()
                && !ownWords.areKeptBy(person);
    }

    /** Who shares an address is found by whoever had it first, so that one stays while any of them is there. */
    private static List<String> sharing(Document person) {
        return person.getList("sharing", String.class, List.of());
    }

    private Set<String> thereOf(List<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : persons.find(Filters.in("_id", ids))
                        .projection(Projections.include("_id"))
                        .map(row -> row.getString("_id"))
                        .into(new HashSet<>());
    }

    private void listOnlyWhoIsThere(Document first) {
        var there = thereOf(sharing(first));
        var left = sharing(first).stream().filter(there::contains).toList();
        persons.updateOne(
                Filters.and(Filters.eq("_id", first.getString("_id")), Filters.eq("v", first.getLong("v"))),
                Updates.combine(Updates.set("sharing", left), Updates.set("v", first.getLong("v") + 1)));
    }

    private static String version(Document row) {
        return String.valueOf(row.get("v"));
    }

    /** A row that was never moved on has no version. */
    private static Bson asSeen(Stray stray) {
        var version = stray.state().equals("null") ? null : Long.valueOf(stray.state());
        return Filters.and(Filters.eq("_id", stray.id()), Filters.eq("v", version));
    }

    /** Of everybody these rows speak of and who is there. */
    private Map<String, Collection<Object>> attendancesOf(List<Document> rows) {
        var ids = rows.stream().map(row -> row.getString("person")).distinct().toList();
        var known = new HashMap<String, Collection<Object>>();
        persons.find(Filters.in("_id", ids))
                .projection(Projections.include("attendances"))
                .forEach(person -> known.put(
                        person.getString("_id"),
                        List.copyOf(person.get("attendances", new Document()).values())));
        return known;
    }

    private static void someAtATime(MongoCollection<Document> rows, Consumer<List<Document>> look) {
        var some = new ArrayList<Document>();
        for (var row : rows.find()) {
            some.add(row);
            if (some.size() == AT_ONCE) {
                look.accept(some);
                some.clear();
            }
        }
        look.accept(some);
    }
}
