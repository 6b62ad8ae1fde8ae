package org.natter.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one message sets in one row: facts as they are stored, by dotted path, and the guard under which they count.
 *
 * @param row the row's id
 * @param facts one or more
 */
record RowFacts(String row, Map<String, Object> facts, MessageMetadata source) {

    /** What may not stand in a field's name is refused before anything is written. */
    RowFacts {
        var key = source.source();
        if (key.indexOf('.') >= 0 || key.indexOf('$') >= 0) {
            throw UndecodableMessage.breaking("a subject has neither dots nor dollars", source);
        }
    }

    /**
     * Those of the facts that are newer than what the row has; none if nothing is.
     *
     * @throws MessageFork if this version of the source was taken over with another body
     */
    RowFacts newerThan(@Nullable Document found) {
        if (found == null
                || !(found.get("src") instanceof Document sources)
                || !(sources.get(source.source()) instanceof Document marks)) {
            return this;
        }
        var newer = new LinkedHashMap<String, Object>();
        facts.forEach((path, fact) -> {
            if (isNewer(markOf(path), marks)) {
                newer.put(path, fact);
            }
        });
        return new RowFacts(row, newer, source);
    }

    boolean isNothing() {
        return facts.isEmpty();
    }

    /** Whether one of its paths contains this one or lies in it. */
    boolean touches(String path) {
        return facts.keySet().stream().anyMatch(mine -> overlap(markOf(mine), markOf(path)));
    }

    /** What is remembered of the message, by path. */
    Map<String, Document> marks() {
        var marks = new LinkedHashMap<String, Document>();
        facts.keySet()
                .forEach(path -> marks.put(
                        markOf(path),
                        new Document("v", source.version())
                                .append("id", source.id())
                                .append("hash", source.hash())));
        return marks;
    }

    /** A new row with this alone. */
    Document asRow() {
        var document = new Document("_id", row).append("v", 1L);
        addTo(document);
        return document;
    }

    /** Adds facts and marks to a row in memory. */
    void addTo(Document document) {
        facts.forEach((path, fact) -> nest(document, path, fact));
        remember(document);
    }

    /** Adds the marks to a row in memory. */
    void remember(Document document) {
        var sources = inner(document, "src");
        inner(sources, source.source()).putAll(marks());
    }

    /** The fields that an update sets for it. */
    Document asFields() {
        var set = new Document(facts);
        marks().forEach((path, mark) -> set.append("src." + source.source() + "." + path, mark));
        return set;
    }

    private boolean isNewer(String mark, Document marks) {
        var newer = true;
        for (var known : marks.entrySet()) {
            if (overlap(mark, known.getKey()) && known.getValue() instanceof Document taken) {
                var version = taken.get("v", Number.class).longValue();
                if (version == source.version() && !source.hash().equals(taken.getString("hash"))) {
                    throw MessageFork.of(source.id());
                }
                newer &= version < source.version();
            }
        }
        return newer;
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    private static void nest(Document document, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            document.append(path, value);
        } else {
            nest(inner(document, path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    private static Document inner(Document document, String name) {
        var inner = document.get(name) instanceof Document present ? present : new Document();
        document.append(name, inner);
        return inner;
    }

    /** A path as one field's name. */
    private static String markOf(String path) {
        return path.replace('.', '/');
    }
}
