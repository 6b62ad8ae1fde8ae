package org.natter.web;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The three services as organiser pages see them, with the season of Fenland and Cam. Each can be put to sleep. */
public final class StubServices implements AutoCloseable {

    public static final String REGION = "c0000000000000000000000000000001";
    public static final String ELSEWHERE = "c0000000000000000000000000000002";
    public static final String WINTER = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String DRAFT = "5be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String PUB = "6be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String OFF = "8be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    public static final String ELLA = "a0000000000000000000000000000001";
    public static final String ASHA = "a0000000000000000000000000000002";

    private final HttpServer server;
    private final ECKey key;
    private final Set<String> asleep = ConcurrentHashMap.newKeySet();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> regions = new CopyOnWriteArrayList<>();

    public StubServices() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | com.nimbusds.jose.JOSEException noStart) {
            throw new IllegalStateException(noStart);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        reset();
    }

    public void reset() {
        asleep.clear();
        replies.clear();
        calls.clear();
        regions.clear();
        season();
    }

    public String address(String service) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
    }

    public String privateKey() {
        return key.toJSONString();
    }

    public void sendToSleep(String service) {
        asleep.add(service);
    }

    public void wake() {
        asleep.clear();
    }

    /** From now on this call, as "METHOD /service/path", gets this answer. */
    public void answer(String call, int status, String json) {
        replies.put(call, new Reply(status, json));
    }

    public List<Call> calls(String method, String path) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.path().equals(path))
                .toList();
    }

    public Optional<Call> last(String method, String path) {
        var all = calls(method, path);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void season() {
        answer(
                "GET /event/overview",
                200,
                "["
                        + String.join(
                                ",",
                                List.of(
                                        overview(
                                                WINTER,
                                                "Winter Warmer",
                                                "2026-11-26T18:30",
                                                "2026-11-26T21:00",
                                                "PUBLISHED",
                                                36,
                                                34,
                                                3,
                                                0,
                                                0,
                                                0,
                                                0),
                                        overview(
                                                "7be3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                                                "Weeding without tears",
                                                "2026-12-09T12:30",
                                                "2026-12-09T13:30",
                                                "PUBLISHED",
                                                16,
                                                14,
                                                2,
                                                0,
                                                0,
                                                0,
                                                0),
                                        overview(
                                                DRAFT,
                                                "TeachMeet: ten minutes each",
                                                "2027-03-11T16:30",
                                                "2027-03-11T18:30",
                                                "DRAFT",
                                                30,
                                                0,
                                                0,
                                                0,
                                                0,
                                                0,
                                                0),
                                        overview(
                                                PUB,
                                                "Riverside pub evening",
                                                "2026-10-15T18:30",
                                                "2026-10-15T21:00",
                                                "CONCLUDED",
                                                24,
                                                24,
                                                0,
                                                0,
                                                21,
                                                20,
                                                13),
                                        overview(
                                                "9be3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                                                "Summer pub evening",
                                                "2026-07-09T18:30",
                                                "2026-07-09T21:00",
                                                "CONCLUDED",
                                                24,
                                                24,
                                                0,
                                                0,
                                                22,
                                                22,
                                                15),
                                        overview(
                                                "abe3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                                                "TeachMeet",
                                                "2026-03-11T16:30",
                                                "2026-03-11T18:30",
                                                "CONCLUDED",
                                                30,
                                                30,
                                                0,
                                                0,
                                                27,
                                                27,
                                                16),
                                        overview(
                                                "bbe3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                                                "Autumn Days 2025",
                                                "2025-11-13T09:30",
                                                "2025-11-13T16:30",
                                                "CONCLUDED",
                                                240,
                                                240,
                                                0,
                                                0,
                                                221,
                                                221,
                                                124),
                                        overview(
                                                OFF,
                                                "Boiler supper",
                                                "2026-12-18T18:30",
                                                "2026-12-18T21:00",
                                                "CANCELLED",
                                                20,
                                                8,
                                                0,
                                                0,
                                                0,
                                                0,
                                                0)))
                        + "]");
        answer(
                "GET /event/overview/" + WINTER,
                200,
                overview(
                        WINTER,
                        "Winter Warmer",
                        "2026-11-26T18:30",
                        "2026-11-26T21:00",
                        "PUBLISHED",
                        36,
                        34,
                        3,
                        0,
                        17,
                        0,
                        0));
        answer(
                "GET /event/overview/" + DRAFT,
                200,
                overview(
                        DRAFT,
                        "TeachMeet: ten minutes each",
                        "2027-03-11T16:30",
                        "2027-03-11T18:30",
                        "DRAFT",
                        30,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0));
        answer(
                "GET /event/overview/" + PUB,
                200,
                overview(
                        PUB,
                        "Riverside pub evening",
                        "2026-10-15T18:30",
                        "2026-10-15T21:00",
                        "CONCLUDED",
                        24,
                        24,
                        0,
                        0,
                        21,
                        20,
                        13));
        answer(
                "GET /event/overview/" + OFF,
                200,
                overview(
                        OFF,
                        "Boiler supper",
                        "2026-12-18T18:30",
                        "2026-12-18T21:00",
                        "CANCELLED",
                        20,
                        8,
                        0,
                        0,
                        0,
                        0,
                        0));
        answer(
                "GET /event/events/" + WINTER,
                200,
                event(WINTER, "Winter Warmer", "2026-11-26T18:30", "2026-11-26T21:00", "PUBLISHED", 36, ""));
        answer(
                "GET /event/events/" + DRAFT,
                200,
                event(DRAFT, "TeachMeet: ten minutes each", "2027-03-11T16:30", "2027-03-11T18:30", "DRAFT", 30, ""));
        answer(
                "GET /event/events/" + PUB,
                200,
                event(PUB, "Riverside pub evening", "2026-10-15T18:30", "2026-10-15T21:00", "CONCLUDED", 24, ""));
        answer(
                "GET /event/events/" + OFF,
                200,
                event(
                        OFF,
                        "Boiler supper",
                        "2026-12-18T18:30",
                        "2026-12-18T21:00",
                        "CANCELLED",
                        20,
                        "The boiler has gone."));
        answer(
                "POST /event/events",
                201,
                event(DRAFT, "TeachMeet: ten minutes each", "2027-03-11T16:30", "2027-03-11T18:30", "DRAFT", 30, ""));
        answer(
                "PUT /event/events/" + WINTER,
                200,
                event(WINTER, "Winter Warmer", "2026-11-26T19:00", "2026-11-26T21:00", "PUBLISHED", 36, ""));
        answer(
                "POST /event/events/" + DRAFT + "/publish",
                200,
                event(
                        DRAFT,
                        "TeachMeet: ten minutes each",
                        "2027-03-11T16:30",
                        "2027-03-11T18:30",
                        "PUBLISHED",
                        30,
                        ""));
        answer(
                "POST /event/events/" + WINTER + "/cancel",
                200,
                event(WINTER, "Winter Warmer", "2026-11-26T18:30", "2026-11-26T21:00", "CANCELLED", 36, "No heating"));
        answer("GET /attendee/outbox/counts", 200, "{\"counts\":{\"BOUNCED\":1}}");
        answer(
                "GET /feedback/events/" + PUB + "/turnout",
                200,
                "{\"asked\":20,\"answered\":13,\"closesAt\":\"2026-10-29T23:59:00Z\"}");
        answer("GET /attendee/events/" + WINTER + "/attendees", 200, people());
        answer("GET /attendee/events/" + PUB + "/attendees", 200, "[]");
        answer("GET /attendee/events/" + OFF + "/attendees", 200, "[]");
        answer("POST /attendee/events/" + WINTER + "/check-ins", 200, """
                {"result":"WELCOME","name":"Ella Marsh","attendance":"%s","at":"2026-11-26T18:41:00Z","helper":null,"newcomer":true,"here":18,"room":true}""".formatted(ELLA));
        answer("POST /attendee/events/" + WINTER + "/walk-ins", 200, """
                {"result":"WELCOME","name":"Maurice","attendance":"%s","at":"2026-11-26T18:41:00Z","helper":null,"newcomer":false,"here":18,"room":true}""".formatted(ELLA));
        answer("DELETE /attendee/events/" + WINTER + "/check-ins/" + ASHA, 200, """
                {"result":"WELCOME","name":"Asha Merrow","attendance":"%s","at":null,"helper":null,"newcomer":false,"here":16,"room":true}""".formatted(ASHA));
        answer("GET /attendee/outbox", 200, """
                {"older":null,"newer":null,"counts":{"SENT":1,"RETRY":1,"BOUNCED":1,"QUEUED":1,"CLAIMED":2,"SENDING":1},
                 "mails":[{"id":"m1","event":"%1$s","eventTitle":"Winter Warmer","kind":"BOOKED","status":"SENT","stopped":"NONE","attempts":1,"at":"2026-11-20T09:12:00Z","nextAttemptAt":null,"subject":"You're booked: Winter Warmer, 26 November","name":"Ella Marsh"},
                 {"id":"m2","event":"%1$s","eventTitle":"Winter Warmer","kind":"WAITING","status":"RETRY","stopped":"NONE","attempts":1,"at":"2026-11-20T09:15:00Z","nextAttemptAt":"2026-11-23T22:45:00Z","subject":"","name":"Nia Fairbrother"},
                 {"id":"m3","event":"%1$s","eventTitle":"Winter Warmer","kind":"CONFIRM_BOOKING","status":"BOUNCED","stopped":"NONE","attempts":1,"at":"2026-11-19T16:02:00Z","nextAttemptAt":null,"subject":"Confirm your place: Winter Warmer","name":"Jory Eastrea"},
                 {"id":"m4","event":"%1$s","eventTitle":"Winter Warmer","kind":"DAY_BEFORE","status":"QUEUED","stopped":"NONE","attempts":1,"at":"2026-11-19T16:02:00Z","nextAttemptAt":"2026-11-25T10:00:00Z","subject":"","name":"Ella Marsh"}]}""".formatted(WINTER));
        for (var service : List.of("event", "attendee", "feedback")) {
            answer("GET /" + service + "/operations/dead-letters", 200, "[]");
        }
    }

    private static String people() {
        var all = new ArrayList<String>();
        all.add(person(ELLA, "Ella Marsh", "City Library", "PUBLIC", true, "BOOKED", null));
        all.add(person(ASHA, "Asha Merrow", "", "PUBLIC", false, "BOOKED", "2026-11-26T18:31:00Z"));
        var names = List.of(
                "Tobias Quill",
                "Amara Teal",
                "Iona Stroud",
                "Ruth Sedge",
                "Hamid Rook",
                "Wren Hadley",
                "Kofi Bulrush",
                "Samir Marsh",
                "Hugo Staithe");
        var sectors = List.of(
                "PUBLIC", "UNIVERSITY", "HEALTH", "PUBLIC", "PUBLIC", "COLLEGE", "UNIVERSITY", "COLLEGE", "UNIVERSITY");
        for (int at = 0; at < names.size(); at++) {
            all.add(person(
                    String.format("a%031d", at + 10),
                    names.get(at),
                    at % 2 == 0 ? "Riverside Library" : "",
                    sectors.get(at),
                    at == 3,
                    "BOOKED",
                    at < 2 ? "2026-11-26T18:3" + at + ":00Z" : null));
        }
        all.add(person("a0000000000000000000000000000004", "Nia Fairbrother", "", "PUBLIC", false, "WAITING", null));
        all.add(person("a0000000000000000000000000000005", "Zainab Coates", "", "STUDENT", true, "OFFERED", null));
        all.add(person(
                "a0000000000000000000000000000006",
                "Vivien Tansley",
                "Tansley & Co",
                "LAW_OR_BUSINESS",
                false,
                "CANCELLED",
                null));
        return "[" + String.join(",", all) + "]";
    }

    private static String person(
            String id, String name, String organisation, String sector, boolean newcomer, String status, String in) {
        return """
                {"attendance":"%s","name":"%s","organisation":"%s","sector":"%s","newcomer":%s,"listed":true,"walkIn":false,"status":"%s",
                 "code":"BCDFGH","at":"2026-11-01T10:00:00Z","checkedInAt":%s,"checkedInBy":null,"position":%s,"offerUntil":%s}""".formatted(
                        id,
                        name,
                        organisation,
                        sector,
                        newcomer,
                        status,
                        in == null ? "null" : "\"" + in + "\"",
                        status.equals("WAITING") ? "1" : "null",
                        status.equals("OFFERED") ? "\"2026-11-25T14:15:00Z\"" : "null");
    }

    public static String overview(
            String id,
            String title,
            String from,
            String to,
            String status,
            int places,
            int booked,
            int waiting,
            int offered,
            int here,
            int asked,
            int answered) {
        return """
                {"event":"%s","title":"%s","kind":"SOCIAL","status":"%s","startsAt":"%s","endsAt":"%s","zone":"Europe/London",
                 "startsAtInstant":"%s:00Z","endsAtInstant":"%s:00Z","venueName":"The Moorhen","places":%d,"booked":%d,"waiting":%d,
                 "offered":%d,"here":%d,"asked":%d,"answered":%d}""".formatted(
                        id, title, status, from, to, from, to, places, booked, waiting, offered, here, asked, answered);
    }

    public static String event(
            String id, String title, String from, String to, String status, int places, String reason) {
        return """
                {"event":"%s","region":"%s","regionName":"Fenland and Cam","kind":"SOCIAL","title":"%s","description":"A relaxed evening.",
                 "startsAt":"%s","endsAt":"%s","zone":"Europe/London","whenAmbiguous":null,"startsAtInstant":"%s:00Z","endsAtInstant":"%s:00Z",
                 "venue":{"name":"The Moorhen, back room","address":"Quayside, Cambridge","stepFree":"YES","toilets":"NOT_KNOWN","hearingLoop":"NO",
                 "quietCorner":"YES","alcoholFree":"YES","nearestStop":"Riverside","findUs":"Ask for Kofi at the bar"},
                 "places":%d,"status":"%s","sequence":1,"version":3,"reason":"%s"}""".formatted(id, REGION, title, from, to, from, to, places, status, reason);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                method,
                path,
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                body,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        var reply = asleep.contains(path.split("/")[1]) ? new Reply(503, "") : answerTo(method, path);
        var bytes = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply answerTo(String method, String path) {
        if (path.equals("/event/regions")) {
            var region = "{\"region\":\"" + REGION + "\",\"name\":\"Fenland and Cam\",\"zone\":\"Europe/London\"}";
            if (method.equals("POST")) {
                regions.add(region);
                return new Reply(201, region);
            }
            return new Reply(200, "[" + region + "]");
        }
        return Optional.ofNullable(replies.get(method + " " + path))
                .orElse(new Reply(404, "{\"type\":\"urn:natter:problem:unknown-event\",\"status\":404}"));
    }

    /** One call as it arrived; the query is decoded. */
    public record Call(String method, String path, String query, String body, String authorization, String key) {

        public JWTClaimsSet claims() {
            try {
                return SignedJWT.parse(authorization.substring("Bearer ".length()))
                        .getJWTClaimsSet();
            } catch (ParseException noToken) {
                throw new IllegalStateException(noToken);
            }
        }
    }

    private record Reply(int status, String json) {}
}
