package org.natter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * A read model about subjects with many members, such as an event's guests: what is said of a member lies in one of sixteen
 * rows, {@code <subject>/<last hex digit of the member>}; what is said of the subject itself lies in {@code <subject>}
 * (ADR 0030). A write costs as long as its row is large; a reader sees one view, joined from the rows by {@code _id}.
 *
 * <p>Guarantee: each write is a {@link GuardedUpsert}'s, with all that it promises about twice, late and at once. Subjects
 * and members have no slash; a member ends in a lower-case hex digit.
 */
public final class SpreadRows {

    private static final String SEPARATOR = "/";
    private static final String DIGITS = "0123456789abcdef";

    private final GuardedUpsert rows;
    private final Supplier<MongoCollection<Document>> reading;
    private final MongoConverter converter;
    private final HeldWrites held;

    SpreadRows(
            GuardedUpsert rows,
            Supplier<MongoCollection<Document>> reading,
            MongoConverter converter,
            HeldWrites held) {
        this.rows = rows;
        this.reading = reading;
        this.converter = converter;
        this.held = held;
    }

    /**
     * Sets one dotted path in the subject's own row.
     *
     * @throws MessageFork if this version of the source was taken over with another body
     */
    public Effect write(String subject, String path, MessageMetadata source, Object facts) {
        return rows.write(requirePlain(subject), path, source, facts);
    }

    /**
     * Sets one dotted path in the row of one member; the path names the member, as in {@code guests.<member>.seat}.
     *
     * @throws MessageFork if this version of the source was taken over with another body
     */
    public Effect write(String subject, String member, String path, MessageMetadata source, Object facts) {
        return rows.write(row(subject, member), path, source, facts);
    }

    /** What is known of these subjects, by subject; one of whom nothing is known is left out. */
    public <T> Map<String, T> read(Collection<String> subjects, Class<T> view) {
        var joined = new LinkedHashMap<String, Document>();
        find(subjects.stream().flatMap(subject -> rowsOf(subject).stream()).toList(), List.of())
                .forEach(row -> join(joined, row));
        var views = new LinkedHashMap<String, T>();
        joined.forEach((subject, document) -> views.put(subject, converter.read(view, document)));
        return views;
    }

    /**
     * What is known of these subjects in these sets, by subject; one of whom nothing is known is left out. The view is made of
     * the documents as they are: many members are read without a conversion of each.
     */
    public <T> Map<String, T> read(Collection<String> subjects, Collection<String> sets, Function<Document, T> view) {
        return views(
                subjects.stream().flatMap(subject -> rowsOf(subject).stream()).toList(), sets, view);
    }

    /**
     * What is known in these sets of each of these subjects itself, and of those members who lie in the row of the one that is
     * named with it; two rows a subject, however many members it has.
     */
    public <T> Map<String, T> readWithRowOf(
            Map<String, String> memberBySubject, Collection<String> sets, Function<Document, T> view) {
        return views(
                memberBySubject.entrySet().stream()
                        .flatMap(one -> Stream.of(requirePlain(one.getKey()), row(one.getKey(), one.getValue())))
                        .toList(),
                sets,
                view);
    }

    private <T> Map<String, T> views(List<String> ids, Collection<String> sets, Function<Document, T> view) {
        var joined = new LinkedHashMap<String, Document>();
        find(ids, List.copyOf(sets)).forEach(row -> join(joined, row));
        var views = new LinkedHashMap<String, T>();
        joined.forEach((subject, document) -> views.put(subject, view.apply(document)));
        return views;
    }

    /** What is known of this subject. */
    public <T> Optional<T> read(String subject, Class<T> view) {
        return Optional.ofNullable(read(List.of(subject), view).get(subject));
    }

    /** What is said of this subject itself, nothing of its members. */
    public <T> Optional<T> readAlone(String subject, Class<T> view) {
        return find(List.of(requirePlain(subject)), List.of()).stream()
                .findFirst()
                .map(row -> converter.read(view, row));
    }

    /** The same of several, in these sets, as {@link #read(Collection, Collection, Function)} makes views. */
    public <T> Map<String, T> readAlone(
            Collection<String> subjects, Collection<String> sets, Function<Document, T> view) {
        return views(subjects.stream().map(SpreadRows::requirePlain).toList(), sets, view);
    }

    /** What is said of these members of this subject in these sets; empty if nothing is. */
    public <T> Optional<T> readMembers(
            String subject, Collection<String> members, Collection<String> sets, Class<T> view) {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        var joined = new LinkedHashMap<String, Document>();
        find(
                        members.stream()
                                .map(member -> row(subject, member))
                                .distinct()
                                .toList(),
                        sets.stream()
                                .flatMap(set -> members.stream().map(member -> set + "." + member))
                                .toList())
                .forEach(row -> join(joined, row));
        return Optional.ofNullable(joined.get(subject)).map(document -> converter.read(view, document));
    }

    private List<Document> find(List<String> ids, List<String> paths) {
        held.requireNone();
        return ids.isEmpty()
                ? List.of()
                : reading.get()
                        .find(Filters.in("_id", ids))
                        .projection(paths.isEmpty() ? Projections.exclude("v", "src") : Projections.include(paths))
                        .into(new ArrayList<>());
    }

    private static void join(Map<String, Document> joined, Document row) {
        var subject = row.getString("_id").split(SEPARATOR, 2)[0];
        row.put("_id", subject);
        var before = joined.putIfAbsent(subject, row);
        if (before != null) {
            join(before, row);
        }
    }

    private static void join(Document into, Document more) {
        more.forEach((name, value) -> {
            if (into.get(name) instanceof Document present && value instanceof Document other) {
                join(present, other);
            } else {
                into.put(name, value);
            }
        });
    }

    private static List<String> rowsOf(String subject) {
        var ids = new ArrayList<>(List.of(requirePlain(subject)));
        DIGITS.chars().forEach(digit -> ids.add(subject + SEPARATOR + (char) digit));
        return ids;
    }

    private static String row(String subject, String member) {
        var digit = requirePlain(member).substring(member.length() - 1);
        if (!DIGITS.contains(digit)) {
            throw new IllegalArgumentException("A member's id ends in a hex digit");
        }
        return requirePlain(subject) + SEPARATOR + digit;
    }

    private static String requirePlain(String id) {
        if (id.isEmpty() || id.contains(SEPARATOR)) {
            throw new IllegalArgumentException("An id is not empty and has no slash");
        }
        return id;
    }
}
