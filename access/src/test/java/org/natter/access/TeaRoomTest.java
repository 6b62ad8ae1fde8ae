package org.natter.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.Tokens;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole service over HTTP: who is let in, and what everybody else reads. */
class TeaRoomTest {

    private static final Tokens WEB = new Tokens("tea-room");

    private static ConfigurableApplicationContext service;
    private static HttpCalls calls;

    @BeforeAll
    static void open() {
        service = TeaRoom.start(WEB.publicKeys());
        calls = new HttpCalls(service.getEnvironment(), WEB, TeaRoom.CLOCK);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /pots?cups=2   | ATTENDEE OWNER
                    GET  | /kitchen       | OWNER
                    GET  | /kitchen/shelf | OWNER
                    PUT  | /kitchen/shelf | OWNER
                    GET  | /pots/1/lid    | nobody
                    GET  | /cellar        | nobody
                    GET  | /elsewhere     | nobody
                    GET  | /error         | nobody
                    POST | /v3/api-docs   | nobody
                    """)
    void rowLetsInItsRolesAndWhatIsNotNamedIsDenied(String method, String path, String allowed) {
        assertThat(calls.nobody().send(method, path, null).status()).isEqualTo(401);
        assertThat(List.of("ATTENDEE", "OWNER", "ATTENDEE OWNER", "host", "ROLE_OWNER"))
                .allSatisfy(role -> {
                    var status = calls.as(role).send(method, path, null).status();
                    if (List.of(allowed.split(" ")).contains(role)) {
                        assertThat(status).as(role).isNotIn(401, 403, 500);
                    } else {
                        assertThat(status).as(role).isEqualTo(403);
                    }
                });
    }

    @Test
    void addressThatIsOpenByAnotherMethodSaysByWhich() {
        var looking = calls.as("ATTENDEE").put("/pots", Map.of());
        var running = calls.as("OWNER").put("/pots", Map.of());

        assertThat(looking.status()).isEqualTo(405);
        assertThat(looking.problem()).isEqualTo("method-not-allowed");
        assertThat(looking.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(running.status()).isEqualTo(405);
        assertThat(running.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
        assertThat(calls.as("ATTENDEE").post("/pots", Map.of()).status()).isEqualTo(403);
        assertThat(calls.as("DOOR").put("/pots", Map.of()).status()).isEqualTo(403);
        assertThat(calls.nobody().put("/pots", Map.of()).status()).isEqualTo(401);
        assertThat(calls.as("ATTENDEE").send("HEAD", "/pots?cups=2", null).status())
                .isEqualTo(200);
    }

    @Test
    void callersReadARefusalByItsNameAndTheSentenceOfTheServicesBundle() {
        var cold = calls.as("OWNER").post("/pots/cold", Map.of());
        var spilt = calls.as("OWNER").post("/pots/spilt", Map.of());

        assertThat(cold.status()).isEqualTo(409);
        assertThat(cold.problem()).isEqualTo("pot-cold");
        assertThat(cold.at("title")).isEqualTo("It's gone cold");
        assertThat(cold.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(spilt.problem()).isEqualTo("pot-spilt");
    }

    @Test
    void everythingThatIsToBePutRightIsSaidAtOnce() {
        var answer = calls.as("OWNER").post("/orders", Map.of("guest", " ", "cups", 13, "note", "x".repeat(21)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.codes())
                .containsExactly("note TOO_LONG", "guest MISSING", "cups OUT_OF_RANGE", "pot MISSING");
        assertThat(answer.errors())
                .containsExactly(
                        "note: Use 20 characters or fewer",
                        "guest: Who's it for?",
                        "cups: A number from 1 to 12, please",
                        "pot: Fill this in");
    }

    @Test
    void goodOrderReachesTheCoreWithItsCaller() {
        var order = Map.of("guest", " Wren ", "cups", 2, "pot", "0".repeat(32));

        assertThat(calls.as("DOOR", Map.of("event", "e1", "region", "r1", "gen", 3))
                        .post("/orders", order)
                        .text())
                .isEqualTo("Wren 2 32 DOOR kofi Optional[r1] Optional[e1] 3");
    }

    @Test
    void idInAnAddressIsTypedAndWhatIsNoneLeadsNowhere() {
        assertThat(calls.as("OWNER").get("/shelves/" + "0".repeat(32)).text()).isEqualTo("PotId");
        assertThat(calls.as("OWNER").get("/shelves/tall").status()).isEqualTo(404);
        assertThat(calls.as("OWNER").get("/shelves/tall").problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,415,unsupported-media-type",
        "application/xml,415,unsupported-media-type",
        "multipart/form-data,415,unsupported-media-type",
        "nonsense,415,unsupported-media-type"
    })
    void otherKindsOfContentAreRefused(String type, int status, String problem) {
        var answer = calls.as("OWNER").with("Content-Type", type).post("/pots", "cups=2");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void whoeverWantsOnlyAnotherKindOfContentIsToldThatThereIsNone() {
        var answer = calls.as("ATTENDEE").with("Accept", "text/csv").get("/pots?cups=2");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pots;a=1", "//pots", "/pots/%250a", "/pots/../kitchen"})
    void addressThatNobodyWouldWriteIsNowhere(String path) {
        var answer = calls.as("ATTENDEE").get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.text()).doesNotContain("pots");
    }

    /** The firewall and the server itself answer before any filter does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    GET /pots;a=1 HTTP/1.1      | 404
                    GET /pots?{cups} HTTP/1.1   | 400
                    GET /pots HTTP/9.9          | 505
                    """)
    void answersFromBeforeAnyFilterAreWrappedLikeTheOthers(String line, int status) throws IOException {
        var answer = sendBare(line + "\r\nHost: tea");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.lines())
                .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Cache-Control: no-store");
        assertThat(answer).doesNotContain("Apache", "<html", "cups", "java");
        if (status != 404) {
            assertThat(answer).contains("Content-Type: application/problem+json", "urn:natter:problem:unreadable");
        }
    }

    @Test
    void tokenOfTwentyKilobytesIsAProblemToo() throws IOException {
        var answer = sendBare("GET /pots HTTP/1.1\r\nHost: tea\r\nAuthorization: Bearer " + "x".repeat(20_000));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:natter:problem:unreadable", "nosniff");
        assertThat(answer).doesNotContain("Apache", "<html");
    }

    private static String sendBare(String head) throws IOException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            line.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void faultOfOursSaysNothingOfItself() {
        var answer = calls.as("OWNER").post("/pots/broken", Map.of());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.problem()).isEqualTo("failed");
        assertThat(answer.text()).doesNotContain("hush", "Exception", "pots");
    }

    @Test
    void callerWithoutATokenReadsAProblem() {
        var answer = calls.nobody().get("/pots?cups=2");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.at("type")).isEqualTo("urn:natter:problem:no-token");
        assertThat(answer.at("title")).isEqualTo("Sign in to do this");
        assertThat(answer.json().path("status").asInt()).isEqualTo(401);
    }

    @Test
    void bearerOfABadTokenReadsTheSameAndNeverWhy() {
        var another = new Tokens("kitchen");

        var answer = calls.token(another.sign(
                        another.claims("OWNER", TeaRoom.CLOCK.instant()).build()))
                .get("/pots?cups=2");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.text()).isEqualTo(calls.nobody().get("/pots?cups=2").text());
        assertThat(calls.token("rubbish").get("/pots?cups=2").text()).isEqualTo(answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cellar", "/pots/1"})
    void callerInAnotherRoleReadsAProblem(String path) { // refused by the table, and by a controller
        var answer = calls.as("ATTENDEE").get(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.problem()).isEqualTo("not-allowed");
        assertThat(answer.at("title")).isEqualTo("You can't do this");
    }

    @Test
    void goodTokenInAQueryOrACookieIsNoToken() {
        var token = WEB.sign(WEB.claims("OWNER", TeaRoom.CLOCK.instant()).build());

        assertThat(calls.nobody().get("/pots?cups=2&access_token=" + token).status())
                .isEqualTo(401);
        assertThat(calls.nobody()
                        .with("Cookie", "access_token=" + token)
                        .get("/pots?cups=2")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void apiIsDescribedToAnybody() {
        assertThat(calls.nobody().get("/v3/api-docs").status()).isEqualTo(200);
    }

    @Test
    void managementPortAnswersAnybodyAndTheOtherPortDoesNot() throws IOException, InterruptedException {
        var port = service.getEnvironment().getProperty("local.management.port");
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(health, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.nobody().get("/actuator/health").status()).isEqualTo(401);
        assertThat(calls.as("OWNER").get("/actuator/health").status()).isIn(403, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                                    | 400 | unreadable |
                    {"cups": 2, "lids": [], "price": "hush"}             | 422 | validation | price UNKNOWN_FIELD
                    {"cups": "hush", "lids": []}                         | 422 | validation | cups UNREADABLE
                    {"cups": 2, "lids": [{"colour": "red"}, {"hush": 1}]} | 422 | validation | lids[1].hush UNKNOWN_FIELD
                    """)
    void bodyThatCannotBeReadIsAProblemThatRepeatsNothing(String body, int status, String problem, String code) {
        var answer = calls.as("OWNER").post("/pots", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.at("title")).isNotEmpty().doesNotEndWith(".");
        assertThat(answer.codes()).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(answer.errors()).noneMatch(error -> error.endsWith(": "));
        assertThat(answer.text().replace("lids[1].hush", "")).doesNotContain("hush", "Exception", "java");
    }

    @Test
    void parameterThatIsMissingOrUnreadableIsNamed() {
        assertThat(calls.as("ATTENDEE").get("/pots").codes()).containsExactly("cups MISSING");
        assertThat(calls.as("ATTENDEE").get("/pots?cups=many").codes()).containsExactly("cups UNREADABLE");
        assertThat(calls.as("ATTENDEE").get("/pots?cups=many").text()).doesNotContain("many");
    }

    @Test
    void addressThatCannotBeReadLeadsNowhere() {
        var answer = calls.as("ATTENDEE").get("/pots/one");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @Test
    void goodBodyIsTaken() {
        var pot = Map.of("cups", 2, "lids", List.of(Map.of("colour", "red")));

        assertThat(calls.as("OWNER").post("/pots", pot).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "guest": false                            | guest UNREADABLE
                    "guest": 7                                | guest UNREADABLE
                    "grams": "7"                              | grams UNREADABLE
                    "grams": 7.5                              | grams UNREADABLE
                    "grams": 4294967296                       | grams UNREADABLE
                    "grams": ""                               | grams UNREADABLE
                    "milk": "true"                            | milk UNREADABLE
                    "milk": 1                                 | milk UNREADABLE
                    "leaf": 0                                 | leaf UNREADABLE
                    "leaf": "0"                               | leaf UNREADABLE
                    "leaf": ""                                | leaf UNREADABLE
                    "at": ""                                  | at UNREADABLE
                    "at": 1790848800                          | at UNREADABLE
                    "at": "1790848800"                        | at UNREADABLE
                    "at": "2026-10-01"                        | at UNREADABLE
                    "at": "2026-10-01T11:30:00-19:00"         | at UNREADABLE
                    "at": "2026-02-30T11:30:00Z"              | at UNREADABLE
                    "wall": [2026, 10, 1, 11, 30]             | wall UNREADABLE
                    "wall": "2026-02-29T11:30"                | wall UNREADABLE
                    "wall": "2026-10-01T11:30Z"               | wall UNREADABLE
                    "zone": "Nowhere/Else"                    | zone UNREADABLE
                    """)
    void nothingIsMadeIntoWhatItIsNot(String field, String code) {
        var answer = calls.as("OWNER").post("/brews", "{" + field.strip() + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly(code);
    }

    @Test
    void whatIsAsDescribedIsTaken() {
        assertThat(calls.as("OWNER")
                        .post(
                                "/brews",
                                "{\"guest\": \" Wren \", \"grams\": 7.0, \"milk\": null, \"leaf\": \"LOOSE\","
                                        + " \"at\": \"2028-02-29T23:59:59.123-17:59\", \"wall\": \"2028-02-29T11:30\","
                                        + " \"zone\": \"Europe/London\"}")
                        .text())
                .isEqualTo("7");
    }

    @Test
    void aTextNobodySeesIsMissingAndItsLengthIsInCharacters() {
        var unseen = calls.as("OWNER").post("/brews", Map.of("guest", "\u00a0\u200b\u2003"));
        var filler = calls.as("OWNER").post("/brews", Map.of("guest", "\u3164\u115f\ufe0f\udb40\udd00\u2800"));
        var faces = calls.as("OWNER").post("/brews", Map.of("guest", "\ud83c\udf75".repeat(20), "grams", 1));

        assertThat(unseen.codes()).containsExactly("guest MISSING");
        assertThat(filler.codes()).containsExactly("guest MISSING");
        assertThat(faces.status()).isEqualTo(200);
        assertThat(calls.as("OWNER")
                        .post("/brews", Map.of("guest", "\ud83c\udf75".repeat(21)))
                        .codes())
                .containsExactly("guest TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<b>hush</b>", "hush hush", "HUSH", "hush\\n", "hushhushhushhushhushhushhushhushhushhushhush"})
    void nameThatIsNoneOfOursIsNotSaidAgain(String name) {
        var answer = calls.as("OWNER").post("/brews", "{\"" + name + "\": 1}");

        assertThat(answer.codes()).containsExactly(" UNKNOWN_FIELD");
        assertThat(answer.text().toLowerCase(Locale.ROOT)).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "PATCH", "COPY"})
    void methodThatIsNobodysIsRefusedLikeAnyOther(String method) {
        var answer = calls.as("OWNER").send(method, "/brews", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(calls.nobody().send(method, "/brews", "{}").status()).isEqualTo(401);
        assertThat(calls.as("OWNER").send(method, "/cellar", "{}").status()).isEqualTo(403);
    }

    @Test
    void queryThatCannotBeReadIsUnreadable() {
        var answer = calls.as("ATTENDEE").get("/pots?cups=2&=%F4%80%A7%B3");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unreadable");
        assertThat(calls.as("ATTENDEE").get("/pots?cups=").codes()).isNotEmpty();
    }
}
