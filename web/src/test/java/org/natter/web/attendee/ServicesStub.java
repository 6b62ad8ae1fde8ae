package org.natter.web.attendee;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The three services as web sees them, small and in memory, with the cast of the Riverside pub evening. */
final class ServicesStub {

    static final String EVENT = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    static final String CALLED_OFF = "5be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    static final String PAST = "6be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    static final String ELLIS = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    static final String AMARA = "a0000000000000000000000000000001";
    static final String HAMID = "a0000000000000000000000000000002";
    static final String RUTH = "a0000000000000000000000000000003";
    static final String TOBIAS = "a0000000000000000000000000000004";
    static final String PERSON = "b0000000000000000000000000000001";
    static final String IONA = "b0000000000000000000000000000002";
    static final String LINK = "k1.1.n459bFtKOSgXBvXk08KxoA.secretsecret";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> READS = Set.of("/feedback/links/read", "/attendee/booking-links/read");

    private final HttpServer server;
    private final Set<String> asleep = ConcurrentHashMap.newKeySet();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> kept = new ConcurrentHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private ObjectNode answer = JSON.createObjectNode();
    private String linkState = "OPEN";
    private String standing = "UNCONFIRMED";
    private boolean full;
    private boolean nobodyListed;
    private List<String> figures = List.of();
    private int looksUntilKnown;
    private volatile CountDownLatch together = new CountDownLatch(0);

    ServicesStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        reset();
    }

    synchronized void reset() {
        asleep.clear();
        writes.clear();
        reads.clear();
        together = new CountDownLatch(0);
        kept.clear();
        labels.clear();
        answer = object("""
                {"attendance":"%s","event":"%s","savedAt":"2026-10-10T08:59:59Z","worthComing":0,"feltWelcome":0,"met":[],"others":[],"knownBefore":"NOT_SAID",
                 "familiarFaces":"NOT_SAID","came":"NOT_SAID","stepsDone":[],"sent":false,
                 "closesAt":"2026-10-29T23:59:00Z"}""".formatted(ELLIS, EVENT));
        figures =
                List.of("You spoke to 4 people; 3 were new.", "You'd know 4 of them again.", "Three kinds of library.");
        looksUntilKnown = 2;
        linkState = "OPEN";
        standing = "UNCONFIRMED";
        full = false;
        nobodyListed = false;
    }

    String address(String service) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
    }

    void sendToSleep(String service) {
        asleep.add(service);
    }

    void wake() {
        asleep.clear();
    }

    void linkIs(String state) {
        linkState = state;
    }

    void bookingIs(String now) {
        standing = now;
    }

    void isFull() {
        full = true;
    }

    /** Names come only to somebody who asks so many questions about them at once. */
    void answersNamesTogether(int questions) {
        together = new CountDownLatch(questions);
    }

    /** What was asked of this service, in order. */
    List<String> reads(String service) {
        return reads.stream()
                .filter(path -> path.startsWith("/" + service + "/"))
                .toList();
    }

    /** What the history says of the evening, once it has been looked for so many times. */
    synchronized void historySays(int looks, List<String> sentences) {
        looksUntilKnown = looks;
        figures = sentences;
    }

    void nobodyIsListed() {
        nobodyListed = true;
    }

    /** What changed something, as "METHOD path", in order. */
    List<String> writes() {
        return List.copyOf(writes);
    }

    /** The last body of a write to this path. */
    JsonNode body(String path) {
        return kept.getOrDefault(path, JSON.createObjectNode());
    }

    /** The same wish under the same key is kept once. */
    long bookings() {
        return kept.keySet().stream().filter(key -> key.startsWith("booking ")).count();
    }

    synchronized ObjectNode answer() {
        return answer.deepCopy();
    }

    List<String> labels() {
        return List.copyOf(labels.values());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        var body = exchange.getRequestBody().readAllBytes();
        var json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        Reply reply;
        if (method.equals("GET")) {
            reads.add(path);
        }
        if (asleep.contains(path.split("/")[1]) || asksAlone(path)) {
            reply = new Reply(503, "");
        } else {
            reply = answerTo(method, path, json, exchange);
        }
        var bytes = reply.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean asksAlone(String path) {
        if (!path.matches(".*/(greeting|roster|labels)")) {
            return false;
        }
        together.countDown();
        try {
            return !together.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            return true;
        }
    }

    private synchronized Reply answerTo(String method, String path, JsonNode body, HttpExchange exchange) {
        if (!method.equals("GET") && !READS.contains(path)) {
            writes.add(method + " " + path);
            kept.put(path, body);
        }
        if (path.startsWith("/event/")) {
            return programme(path);
        }
        return path.startsWith("/feedback/") ? feedback(method, path, body) : attendee(method, path, body, exchange);
    }

    private Reply programme(String path) {
        var events = new HashMap<String, String>();
        events.put(EVENT, event(EVENT, "Riverside pub evening", "2026-10-15", "PUBLISHED", ""));
        events.put(CALLED_OFF, event(CALLED_OFF, "Boiler supper", "2026-11-20", "CANCELLED", "The boiler has gone."));
        events.put(PAST, event(PAST, "Summer evening", "2026-07-09", "CONCLUDED", ""));
        if (path.equals("/event/programme")) {
            return Reply.ok("[" + String.join(",", events.values()) + "]");
        }
        var event = events.get(path.substring("/event/programme/".length()));
        return event == null ? Reply.notFound() : Reply.ok(event);
    }

    private static String event(String id, String title, String day, String status, String reason) {
        return """
                {"event":"%s","region":"c0000000000000000000000000000001","regionName":"Fenland and Cam","kind":"SOCIAL",
                 "title":"%s","description":"A relaxed evening.","startsAt":"%sT18:30","endsAt":"%sT21:00",
                 "startsAtInstant":"%sT17:30:00Z","endsAtInstant":"%sT20:00:00Z","zone":"Europe/London",
                 "venue":{"name":"The Moorhen","address":"Quayside, Cambridge","stepFree":"YES","toilets":"NOT_KNOWN",
                 "hearingLoop":"NO","quietCorner":"NOT_KNOWN","alcoholFree":"NOT_KNOWN","nearestStop":"",
                 "findUs":"Look for the kettle on the table"},"places":36,
                 "status":"%s","reason":"%s","sequence":0,"version":3}""".formatted(id, title, day, day, day, day, status, reason);
    }

    private Reply attendee(String method, String path, JsonNode body, HttpExchange exchange) {
        if (path.endsWith("/places")) {
            return Reply.ok("{\"places\":36,\"booked\":%d,\"waiting\":2,\"offered\":0,\"free\":%d,\"open\":true}"
                    .formatted(full ? 36 : 24, full ? 0 : 12));
        }
        if (path.equals("/attendee/bookings")) {
            var missing = missingIn(body);
            if (!missing.isEmpty()) {
                return unfit(missing);
            }
            kept.put("booking " + exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
            return new Reply(202, "{}");
        }
        if (path.startsWith("/attendee/booking-links/")) {
            return bookingLink(path.substring("/attendee/booking-links/".length()), body);
        }
        if (path.endsWith("/roster")) {
            return Reply.ok(nobodyListed ? "[]" : roster());
        }
        if (path.endsWith("/labels")) {
            return method.equals("GET") ? labelList() : label(body.path("words").asString(""));
        }
        if (path.endsWith("/private-words")) {
            return Reply.ok(
                    body(path).isEmpty() ? "{\"overheard\":\"\"}" : body(path).toString());
        }
        if (path.endsWith("/evening")) {
            return Reply.ok(evening());
        }
        if (path.endsWith("/greeting")) {
            return Reply.ok(
                    "{\"name\":\"Ellis Marchbank\",\"initial\":\"E\",\"eventTitle\":\"Riverside pub evening\"}");
        }
        if (path.equals("/attendee/sign-in-links")) {
            if (!body.path("email").asString("").contains("@")) {
                return unfit(Map.of("email", "Enter an email address, like sam@library.example"));
            }
            return new Reply(202, "{}");
        }
        if (path.equals("/attendee/sign-ins")) {
            var asked = body("/attendee/sign-in-links").path("browser").asString("none");
            return asked.equals(body.path("browser").asString(""))
                    ? Reply.ok("{\"person\":\"" + PERSON + "\",\"name\":\"Wren Hadley\"}")
                    : Reply.problem(404, "link-run-out");
        }
        if (path.equals("/attendee/me/history")) {
            return Reply.ok(history());
        }
        if (path.equals("/attendee/me/bookings")) {
            return Reply.ok("[" + booking("BOOKED") + "]");
        }
        return path.equals("/attendee/me")
                ? Reply.ok("{\"person\":\"" + PERSON + "\",\"name\":\"Wren Hadley\",\"email\":\"wren@college.example\","
                        + "\"organisation\":\"\",\"sector\":\"COLLEGE\"}")
                : Reply.notFound();
    }

    private Reply bookingLink(String act, JsonNode body) {
        if (!body.path("token").asString("").equals(LINK)) {
            return Reply.notFound();
        }
        switch (act) {
            case "confirm" -> standing = full ? "WAITING" : "BOOKED";
            case "accept" -> standing = "BOOKED";
            case "cancel" -> standing = "CANCELLED";
            default -> {}
        }
        return Reply.ok(booking(standing));
    }

    private static String booking(String status) {
        return """
                {"event":"%s","attendance":"%s","status":"%s","position":%s,"offerUntil":%s,"name":"Ellis Marchbank",
                 "code":"BCDFGH","listed":true,"region":"c0000000000000000000000000000001","title":"Riverside pub evening",
                 "startsAt":"2026-10-15T17:30:00Z","endsAt":"2026-10-15T20:00:00Z","zone":"Europe/London",
                 "venueName":"The Moorhen","venueAddress":"Quayside, Cambridge","findUs":""}""".formatted(
                        EVENT,
                        ELLIS,
                        status,
                        status.equals("WAITING") ? "3" : "null",
                        status.equals("OFFERED") ? "\"2026-10-11T13:15:00Z\"" : "null");
    }

    /** What attendee-service says about the booking form's fields. */
    private static Map<String, String> missingIn(JsonNode wish) {
        var missing = new LinkedHashMap<String, String>();
        for (var field : List.of("name", "email", "sector", "newcomer", "adult")) {
            var value = wish.path(field);
            if (value.isMissingNode()
                    || value.isNull()
                    || value.asString("").isEmpty()
                    || value.toString().equals("false") && field.equals("adult")) {
                missing.put(field, "Tell us: " + field);
            }
        }
        return missing;
    }

    private static Reply unfit(Map<String, String> fields) {
        var errors = JSON.createArrayNode();
        fields.forEach((field, words) -> errors.addObject().put("field", field).put("message", words));
        return new Reply(422, "{\"type\":\"urn:natter:problem:validation\",\"status\":422,\"errors\":" + errors + "}");
    }

    private String evening() {
        var sentences = JSON.createArrayNode();
        figures.forEach(sentences::add);
        var known = looksUntilKnown-- <= 0;
        return "{\"answerKnown\":" + known + ",\"sentences\":" + (known ? sentences : "[]") + "}";
    }

    private static String roster() {
        return """
                [{"attendance":"%s","name":"Amara Teal","sector":"UNIVERSITY"},
                 {"attendance":"%s","name":"Hamid Rook","sector":"HEALTH"},
                 {"attendance":"%s","name":"Ruth Sedge","sector":"PUBLIC"},
                 {"attendance":"%s","name":"Tobias Quill","sector":"PUBLIC"}]""".formatted(AMARA, HAMID, RUTH, TOBIAS);
    }

    private Reply labelList() {
        var list = new ArrayList<String>();
        labels.forEach((id, words) -> list.add("{\"label\":\"" + id + "\",\"words\":\"" + words + "\"}"));
        return Reply.ok("[" + String.join(",", list) + "]");
    }

    private Reply label(String words) {
        var known = labels.entrySet().stream()
                .filter(label -> label.getValue().equals(words))
                .findFirst();
        var id = known.map(Map.Entry::getKey).orElseGet(() -> String.format("e%031d", labels.size()));
        labels.put(id, words);
        return new Reply(201, "{\"label\":\"" + id + "\"}");
    }

    private Reply feedback(String method, String path, JsonNode body) {
        if (path.equals("/feedback/links/read")) {
            return link(body.path("token").asString(""));
        }
        if (path.equals("/feedback/outcomes") && !body.hasNonNull("kind")) {
            return unfit(
                    Map.of("kind", "Choose what it was", "month", "Choose a month", "credited", "Tick who it was"));
        }
        if (!path.startsWith("/feedback/answers/")) {
            return new Reply(204, "");
        }
        if (method.equals("GET")) {
            return Reply.ok(answer.toString());
        }
        if (path.endsWith("/send")) {
            answer.put("sent", true);
            return new Reply(204, "");
        }
        if (path.endsWith("/1")
                && body.path("worthComing").asInt(0) + body.path("feltWelcome").asInt(0) == 0) {
            return unfit(Map.of("worthComing", "Choose an answer to one of these, or press \"I'd rather not say\""));
        }
        if (path.endsWith("/2") && body.path("others").path(0).path("count").asInt(0) > 50) {
            return unfit(Map.of("others[0].count", "Tell us a number between 0 and 50"));
        }
        save(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), body);
        return new Reply(204, "");
    }

    private Reply link(String token) {
        if (!token.equals(LINK) && !token.equals(LINK + "w")) {
            return Reply.notFound();
        }
        return Reply.ok("""
                {"attendance":"%s","event":"%s","generation":1,"kind":"%s","state":"%s",
                 "closesAt":"2026-10-29T23:59:00Z","answered":%s,"steps":%s}""".formatted(
                        ELLIS,
                        EVENT,
                        token.equals(LINK) ? "FEEDBACK" : "FOLLOW_UP",
                        linkState,
                        !answer.path("stepsDone").isEmpty(),
                        answer.path("stepsDone")));
    }

    private void save(int step, JsonNode body) {
        var steps = (ArrayNode) answer.path("stepsDone");
        steps.add(step);
        if (step == 2 || step == 3) {
            var met = JSON.createArrayNode();
            answer.path("met").forEach(side -> {
                if ("NEW".equals(side.path("before").asString("")) != (step == 2)) {
                    met.add(side);
                }
            });
            body.path("met").forEach(person -> {
                var side = object("{\"talk\":\"NOT_SAID\",\"again\":\"NOT_SAID\",\"introduced\":{\"by\":\"NOT_SAID\","
                        + "\"id\":\"\"},\"askAgain\":true}");
                side.set("who", person.path("who"));
                side.put("before", step == 2 ? "NEW" : person.path("before").asString(""));
                met.add(side);
            });
            answer.set("met", met);
        }
        if (step == 4) {
            body.path("talks").forEach(this::talk);
        }
        for (var field : List.of("worthComing", "feltWelcome", "others", "knownBefore", "familiarFaces", "came")) {
            if (body.has(field)) {
                answer.set(field, body.path(field));
            }
        }
    }

    private void talk(JsonNode talk) {
        answer.path("met").forEach(side -> {
            if (side.path("who").equals(talk.path("who"))) {
                ((ObjectNode) side)
                        .put("talk", talk.path("useful").asBoolean(false) ? "USEFUL" : "CHAT")
                        .put("again", talk.path("maybeNotRecognise").asBoolean(false) ? "MAYBE" : "YES")
                        .put("askAgain", talk.path("askAgain").asBoolean(true))
                        .set("introduced", talk.path("introduced"));
            }
        });
    }

    private static String history() {
        return """
                {"events":[{"event":"%s","title":"Last night","startsAt":"2026-10-15T17:30:00Z",
                  "zone":"Europe/London","venueName":"The Moorhen","answered":false,"people":[],"others":0,"sentences":[]},
                  {"event":"%s","title":"Summer evening","startsAt":"2026-07-09T17:30:00Z",
                  "zone":"Europe/Paris","venueName":"The Moorhen","answered":true,
                  "people":[{"person":"%s","name":"Iona Stroud","sector":"HEALTH","before":"NEW",
                   "talk":"CHAT","again":"YES","introducedByName":"Amara","bothSaidSo":true}],
                  "others":2,"sentences":["You spoke to 3 people; 3 were new."]}],
                 "people":[{"person":"%s","name":"Iona Stroud","firstMet":{"at":"2026-07-09T22:30:00Z","zone":"Europe/Paris"},
                  "lastMet":{"at":"2026-07-09T22:30:00Z","zone":"Europe/Paris"},"meetings":2,
                  "stage":"SOMETHING_CAME_OF_IT","bothSaidSo":true,"events":["%s"]}],
                 "totals":{"sentence":"9 people; 5 went beyond a first chat"},
                 "outcomes":[{"beganAsChat":true,"kind":"WORK_EXPERIENCE","direction":"RECEIVED","year":2026,"month":10,
                  "people":["Iona Stroud"]}]}""".formatted(EVENT, PAST, IONA, IONA, PAST);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private record Reply(int status, String json) {

        static Reply ok(String json) {
            return new Reply(200, json);
        }

        static Reply notFound() {
            return problem(404, "not-found");
        }

        static Reply problem(int status, String slug) {
            return new Reply(status, "{\"type\":\"urn:natter:problem:" + slug + "\",\"status\":" + status + "}");
        }
    }
}
