package org.natter.local.story;

import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What stands in documents, as a line a path and value, each once: the same for two stores that keep the same of the same
 * people, whatever ids and times they gave it.
 */
final class StoredLines {

    private final Set<String> lines = new TreeSet<>();

    private StoredLines() {}

    static Set<String> of(Collection<Document> documents) {
        var lines = new StoredLines();
        documents.forEach(document -> lines.add("", document));
        return lines.lines;
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof Document fields) {
            fields.forEach((name, field) -> add(path + "." + plain(name), field));
        } else if (value instanceof Collection<?> all && !all.isEmpty()) {
            all.forEach(one -> add(path + "[]", one));
        } else if (value instanceof Binary bytes) {
            add(path, Document.parse(new String(bytes.getData(), java.nio.charset.StandardCharsets.UTF_8)));
        } else {
            lines.add(path + " = " + plain(path, value));
        }
    }

    private static String plain(String path, @Nullable Object value) {
        if (value instanceof Date) {
            return "a time";
        }
        if (value instanceof Number && path.matches(".*\\.(v|n)")) {
            return "a version as " + value.getClass().getSimpleName();
        }
        if (value instanceof Number number) {
            return number + " as " + number.getClass().getSimpleName();
        }
        return value instanceof String text ? plain(text) : String.valueOf(value);
    }

    private static String plain(String text) {
        return text.replaceAll("^(How was|Did you make it) .*\\?$", "$1 WHEN?") // sent the morning after, or later
                .replaceAll("\\b[0-9a-f]{64}\\b", "HASH")
                .replaceAll("\\b[0-9a-f]{32}\\b", "ID")
                .replaceAll("\\b[BCDFGHJKLMNPQRSTVWXZ]{6}\\b", "CODE")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME")
                .replaceAll("ID/[0-9]+$", "ID/NUMBER")
                .replaceAll("ID/[0-9a-f]$", "ID/NUMBER");
    }
}
