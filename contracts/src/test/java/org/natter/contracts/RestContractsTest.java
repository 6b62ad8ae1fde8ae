package org.natter.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every golden exchange has the one shape, lies where its route says, and holds nobody who could exist. */
class RestContractsTest {

    private static final Path REST = MessageTypes.ROOT.resolve("rest");
    private static final Set<String> SERVICES = Set.of("event-service", "attendee-service", "feedback-service");
    private static final Set<String> ROLES = Set.of("OWNER", "ORGANISER", "DOOR", "ATTENDEE", "ANSWER", "PUBLIC");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w.-]+");
    private static final Pattern ID = Pattern.compile("(?<!\\w)[0-9a-f]{32,}(?!\\w)");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w-])(\\+44 ?|0)\\d{3,4} ?\\d{3} ?\\d{3}(?![\\w-])");

    @Test
    void everyExchangeIsWell() throws IOException {
        var found = new ArrayList<String>();
        for (var file : samples()) {
            var place = REST.relativize(file);
            faults(place, MessageTypes.read(file)).forEach(fault -> found.add(place + ": " + fault));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void plantedFaultsAreFound() {
        assertThat(faults(Path.of("event-service/post-events/a-draft.json"), MessageTypes.parse("""
                {"route": "POST /events", "as": "ORGANISER",
                 "request": {"headers": {"Idempotency-Key": "00000000-0000-0000-0000-000000000001"}, "body": {"places": 24}},
                 "response": {"status": 201, "body": {"event": "00000000000000000000000000000001", "by": "kofi@library.example"}}}
                """)))
                .isEmpty();
        assertThat(faults(Path.of("tea-room/get-pots/Big Pot.json"), MessageTypes.parse("""
                {"route": "POST /pots", "as": "HOST", "request": {}, "note": "",
                 "response": {"status": 201, "body": {"pot": "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b", "by": "zz@quaxley.org",
                 "phone": "07700 900123"}}}
                """)))
                .containsExactly(
                        "no such service",
                        "lies in another folder than its route's",
                        "a name is words and dashes",
                        "no such role",
                        "another shape",
                        "an empty part",
                        "an id that is none of a sample's",
                        "an address that might be somebody's",
                        "a number that might be somebody's");
    }

    /** Whoever it belongs to reads it among what is kept of them; an answer to anybody else has none in it. */
    @Test
    void nobodyButItsOwnerIsAnsweredAnAddress() throws IOException {
        var answered = new TreeSet<String>();
        for (var file : samples()) {
            var exchange = MessageTypes.read(file);
            if (saysAnAddress(exchange)) {
                answered.add(exchange.path("route").asString() + " as "
                        + exchange.path("as").asString(""));
            }
        }

        assertThat(answered).containsExactly("GET /me as ATTENDEE");
        assertThat(saysAnAddress(MessageTypes.parse("""
                {"route": "GET /events", "as": "ORGANISER",
                 "response": {"status": 200, "body": [{"who": "kofi@library.example"}]}}
                """))).isTrue();
    }

    /** What is to be put right may be said with an invented one, and an id of a calendar entry looks like one. */
    private static boolean saysAnAddress(JsonNode exchange) {
        var answer = exchange.path("response");
        return answer.path("status").asInt() < 400
                && ADDRESS.matcher(answer.path("body").toString())
                        .results()
                        .anyMatch(address -> !address.group().endsWith("@natter"));
    }

    private static List<String> faults(Path place, JsonNode exchange) {
        var faults = new ArrayList<String>();
        var route = exchange.path("route").asString("");
        require(faults, SERVICES.contains(place.getName(0).toString()), "no such service");
        require(
                faults,
                place.getNameCount() == 3 && place.getName(1).toString().equals(folder(route)),
                "lies in another folder than its route's");
        require(
                faults,
                place.getFileName().toString().matches("[a-z0-9]+(-[a-z0-9]+)*\\.json"),
                "a name is words and dashes");
        require(
                faults,
                !exchange.has("as") || ROLES.contains(exchange.path("as").asString()),
                "no such role");
        require(
                faults,
                Set.of("route", "as", "request", "response").containsAll(exchange.propertyNames())
                        && Set.of("path", "query", "headers", "body")
                                .containsAll(exchange.path("request").propertyNames())
                        && Set.of("status", "headers", "body")
                                .containsAll(exchange.path("response").propertyNames())
                        && exchange.path("response").path("status").isInt(),
                "another shape");
        require(faults, !exchange.has("request") || !exchange.path("request").isEmpty(), "an empty part");
        var text = exchange.toString();
        require(
                faults,
                ID.matcher(text).results().allMatch(id -> id.group().startsWith("0".repeat(28))),
                "an id that is none of a sample's");
        require(
                faults,
                ADDRESS.matcher(text)
                        .results()
                        .allMatch(address -> address.group().matches(".*(\\.example|@natter)")),
                "an address that might be somebody's");
        require(faults, PHONE.matcher(text).results().findAny().isEmpty(), "a number that might be somebody's");
        return faults;
    }

    private static void require(List<String> faults, boolean held, String otherwise) {
        if (!held) {
            faults.add(otherwise);
        }
    }

    private static String folder(String route) {
        return route.toLowerCase(Locale.ROOT)
                .replaceAll("[{}]", "")
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("-$", "");
    }

    private static List<Path> samples() throws IOException {
        if (Files.notExists(REST)) {
            return List.of();
        }
        try (var files = Files.walk(REST)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
