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
import java.util.concurrent.Executors;
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
    private final Map<String, JsonNode> kept = new ConcurrentHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private ObjectNode answer = JSON.createObjectNode();
    private String linkState = "OPEN";
    private String standing = "UNCONFIRMED";
    private boolean full;
    private boolean nobodyListed;

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
        kept.clear();
        labels.clear();
        answer = object("""
                {"worthComing":0,"feltWelcome":0,"met":[],"others":[],"knownBefore":"NOT_SAID",
                 "familiarFaces":"NOT_SAID","came":"NOT_SAID","stepsDone":[],"sent":false,
                 "closesAt":"2026-10-29T23:59:00Z"}""");
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
        if (asleep.contains(path.split("/")[1])) {
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
        events.put(EVENT, event(EVENT, "Riverside pub evening", "2026-10-15", "PUBLISHED", null));
        events.put(CALLED_OFF, event(CALLED_OFF, "Boiler supper", "2026-11-20", "CANCELLED", "The boiler has gone."));
        events.put(PAST, event(PAST, "Summer evening", "2026-07-09", "CONCLUDED", null));
        if (path.equals("/event/programme")) {
            return Reply.ok("[" + String.join(",", events.values()) + "]");
        }
        var event = events.get(path.substring("/event/programme/".length()));
        return event == null ? Reply.notFound() : Reply.ok(event);
    }

    private static String event(String id, String title, String day, String status, String reason) {
        return """
                {"event":"%s","region":"c0000000000000000000000000000001","kind":"SOCIAL","title":"%s",
                 "description":"A relaxed evening.","startsAt":"%sT18:30","endsAt":"%sT21:00","zone":"Europe/London",
                 "venue":{"name":"The Moorhen","address":"Quayside, Cambridge","stepFree":"YES",
                 "toilets":"NOT_KNOWN","hearingLoop":"NO","findUs":"Look for the kettle on the table"},"places":36,
                 "status":"%s","reason":%s,"version":3}""".formatted(id, title, day, day, status, reason == null ? "null" : "\"" + reason + "\"");
    }

    private Reply attendee(String method, String path, JsonNode body, HttpExchange exchange) {
        if (path.endsWith("/places")) {
            return Reply.ok("{\"places\":36,\"booked\":%d,\"waiting\":2,\"free\":%d,\"open\":true}"
                    .formatted(full ? 36 : 24, full ? 0 : 12));
        }
        if (path.equals("/attendee/bookings")) {
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
            return Reply.ok(method.equals("GET") ? body(path).toString() : "{}");
        }
        if (path.endsWith("/greeting")) {
            return Reply.ok(
                    "{\"name\":\"Ellis Marchbank\",\"initial\":\"E\",\"eventTitle\":\"Riverside pub evening\"}");
        }
        if (path.equals("/attendee/sign-in-links")) {
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
            return Reply.ok("[{\"event\":\"" + EVENT + "\",\"attendance\":\"" + ELLIS
                    + "\",\"title\":\"Riverside pub evening\",\"startsAt\":\"2026-10-15T17:30:00Z\","
                    + "\"zone\":\"Europe/London\",\"status\":\"BOOKED\"}]");
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
        return Reply.ok("""
                {"event":"%s","attendance":"%s","status":"%s","position":%s,"offerUntil":%s,"name":"Ellis Marchbank",
                 "code":"BCDFGH","listed":true}""".formatted(
                        EVENT,
                        ELLIS,
                        standing,
                        standing.equals("WAITING") ? "3" : "null",
                        standing.equals("OFFERED") ? "\"2026-10-11T13:15:00Z\"" : "null"));
    }

    private static String roster() {
        return """
                [{"attendance":"%s","name":"Tobias Quill","sector":"PUBLIC","newcomer":false,"before":"NEW"},
                 {"attendance":"%s","name":"Amara Teal","sector":"UNIVERSITY","newcomer":false,"before":"NEW"},
                 {"attendance":"%s","name":"Ruth Sedge","sector":"PUBLIC","newcomer":false,"before":"NEW"},
                 {"attendance":"%s","name":"Hamid Rook","sector":"HEALTH","newcomer":true,"before":"NEW"}]""".formatted(TOBIAS, AMARA, RUTH, HAMID);
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
        if (!path.startsWith("/feedback/answers/")) {
            return new Reply(200, "{}");
        }
        if (method.equals("PUT")) {
            save(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), body);
        } else if (path.endsWith("/send")) {
            answer.put("sent", true);
        }
        return Reply.ok(answer.toString());
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
                  "zone":"Europe/London","venueName":"The Moorhen","attendance":"%s","answered":false,"people":[],"others":0},
                  {"event":"%s","title":"Summer evening","startsAt":"2026-07-09T17:30:00Z",
                  "zone":"Europe/London","venueName":"The Moorhen","attendance":"%s","answered":true,
                  "people":[{"who":{"kind":"ATTENDANCE","id":"99999999999999999999999999999999"},
                   "firstMetAs":{"kind":"ATTENDANCE","id":"%s"},"name":"Iona Stroud","sector":"HEALTH","before":"NEW",
                   "talk":"CHAT","again":"YES","introducedByName":"Amara","saidBy":"BOTH","meetings":2,"stage":4,
                   "stageWord":"something came of it"}],
                  "others":2,"measures":{"spokeTo":3,"new":3,"known":0,"share":1.0,
                  "sentences":["You spoke to 3 people; 3 were new."]}}],
                 "people":[{"who":{"kind":"PERSON","id":"%s"},"name":"Iona Stroud","firstMet":"2026-07-09T17:30:00Z",
                  "lastMet":"2026-07-09T17:30:00Z","meetings":1,"stage":4,"confirmed":true,"events":["%s"]}],
                 "totals":{"people":9,"beyondFirstChat":5,"sentence":"9 people; 5 went beyond a first chat"},
                 "outcomes":[{"beganAsChat":true,"kind":"WORK_EXPERIENCE","direction":"RECEIVED","year":2026,"month":10,
                  "credited":[{"kind":"PERSON","id":"%s"}]}]}""".formatted(EVENT, ELLIS, PAST, ELLIS, IONA, IONA, PAST, IONA);
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
