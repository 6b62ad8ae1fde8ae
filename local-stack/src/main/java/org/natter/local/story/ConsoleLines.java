package org.natter.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a history and an overview say, in lines for a console. */
final class ConsoleLines {

    private ConsoleLines() {}

    static List<String> ofHistory(JsonNode history) {
        List<String> lines = new ArrayList<>();
        for (JsonNode event : history.get("events")) {
            lines.add("  " + event.get("title").asString() + ", "
                    + event.get("startsAt").asString().substring(0, 10));
            event.get("people").forEach(person -> lines.add("    " + ofPerson(person)));
            event.get("sentences").forEach(sentence -> lines.add("    " + sentence.asString()));
        }
        return lines;
    }

    static List<String> ofOverview(JsonNode overview) {
        return List.of("  " + overview.get("title").asString() + ": "
                + overview.get("booked").asInt() + " booked, "
                + overview.get("here").asInt() + " came, "
                + overview.get("answered").asInt() + " of "
                + overview.get("asked").asInt() + " answered");
    }

    private static String ofPerson(JsonNode person) {
        JsonNode by = person.get("introducedByName");
        return person.get("name").asString() + " ("
                + person.get("before").asString().toLowerCase(Locale.ROOT)
                + (by.isNull() ? "" : ", introduced by " + by.asString()) + ")";
    }
}
