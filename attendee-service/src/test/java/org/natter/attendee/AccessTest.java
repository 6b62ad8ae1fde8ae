package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.natter.attendee.history.HistoryEntries;
import org.natter.attendee.history.InvitedToAnswer;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.messaging.MessageMetadata;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets through, by role, region, event and token. */
@WholeService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private static final List<String> ROLES = List.of("OWNER", "ORGANISER", "DOOR", "ATTENDEE", "ANSWER", "PUBLIC");
    private static final String ELSEWHERE = "ffffffffffffffffffffffffffffffff";

    private final Calls calls;
    private final Evening evening;
    private final Tokens tokens;
    private final MovableClock clock;
    private final HistoryEntries entries;
    private final RequestMappingHandlerMapping routes;
    private EventId event = new EventId(ELSEWHERE);
    private AttendanceId wren = new AttendanceId(ELSEWHERE);

    @Autowired
    AccessTest(
            Calls calls,
            Evening evening,
            Tokens tokens,
            MovableClock clock,
            HistoryEntries entries,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.calls = calls;
        this.evening = evening;
        this.tokens = tokens;
        this.clock = clock;
        this.entries = entries;
        this.routes = requestMappingHandlerMapping;
    }

    /** One for all: nothing here changes who may what. */
    @BeforeAll
    void anEveningWithWren() {
        event = evening.open(3);
        wren = evening.book(event, "Wren Hadley");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /bookings                         | PUBLIC ATTENDEE
                    POST   | /bookings/by-hand                 | OWNER ORGANISER
                    DELETE | /events/{event}/bookings/{wren}   | OWNER ORGANISER
                    POST   | /events/{event}/bookings/{wren}/offer | OWNER ORGANISER
                    POST   | /booking-links/read               | PUBLIC ATTENDEE
                    POST   | /booking-links/confirm            | PUBLIC ATTENDEE
                    POST   | /booking-links/accept             | PUBLIC ATTENDEE
                    POST   | /booking-links/cancel             | PUBLIC ATTENDEE
                    POST   | /booking-links/choices            | PUBLIC ATTENDEE
                    POST   | /stop-links/read                  | PUBLIC ATTENDEE
                    POST   | /stop-links/stop                  | PUBLIC ATTENDEE
                    POST   | /stop-links/ask-again             | PUBLIC ATTENDEE
                    POST   | /sign-in-links                    | PUBLIC ATTENDEE
                    POST   | /sign-ins                         | PUBLIC ATTENDEE
                    GET    | /places?event={event}             | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    GET    | /events/{event}/places            | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    GET    | /events/{event}/attendees         | OWNER ORGANISER DOOR
                    POST   | /events/{event}/check-ins         | OWNER ORGANISER DOOR
                    DELETE | /events/{event}/check-ins/{wren}  | OWNER ORGANISER DOOR
                    POST   | /events/{event}/walk-ins          | OWNER ORGANISER DOOR
                    PUT    | /events/{event}/hosts             | OWNER ORGANISER
                    POST   | /events/{event}/mail-previews     | OWNER ORGANISER
                    GET    | /events/{event}/roster            | ANSWER
                    GET    | /events/{event}/labels            | ANSWER
                    POST   | /events/{event}/labels            | ANSWER
                    GET    | /events/{event}/private-words     | ANSWER
                    PUT    | /events/{event}/private-words     | ANSWER
                    GET    | /attendances/{wren}/greeting      | ANSWER
                    GET    | /attendances/{wren}/evening       | ANSWER
                    POST   | /attendances/{wren}/key           | ANSWER
                    POST   | /attendances/{wren}/not-mine      | ANSWER
                    POST   | /attendances/{wren}/named         | ANSWER
                    GET    | /me                               | ATTENDEE
                    PUT    | /me/name                          | ATTENDEE
                    GET    | /me/bookings                      | ATTENDEE
                    PUT    | /me/bookings/{wren}/choices       | ATTENDEE
                    GET    | /me/history                       | ATTENDEE
                    PUT    | /me/history/people/{wren}         | ATTENDEE
                    POST   | /me/history/meetings              | ATTENDEE
                    DELETE | /me/history/meetings/{wren}       | ATTENDEE
                    POST   | /me/history/outcomes              | ATTENDEE
                    DELETE | /me/history/outcomes/{wren}       | ATTENDEE
                    GET    | /me/history/evenings/{event}      | ATTENDEE
                    PUT    | /me/history/evenings/{event}      | ATTENDEE
                    POST   | /me/attendances/{wren}/met-before | ATTENDEE
                    GET    | /me/events/{event}/coming         | ATTENDEE
                    GET    | /me/choices                       | ATTENDEE
                    PUT    | /me/choices                       | ATTENDEE
                    GET    | /me/feedback-mails                | ATTENDEE
                    PUT    | /me/feedback-mails                | ATTENDEE
                    PUT    | /events/{event}/outcomes/{wren}/words | ANSWER
                    GET    | /outbox                           | OWNER ORGANISER
                    GET    | /outbox/counts                    | OWNER ORGANISER
                    POST   | /outbox/tries                     | OWNER ORGANISER
                    POST   | /outbox/corrections               | OWNER ORGANISER
                    GET    | /outbox/mails/1~{wren}            | OWNER ORGANISER
                    GET    | /operations/dead-letters          | OWNER
                    POST   | /operations/republish             | OWNER
                    """)
    void aRouteLetsInItsRolesAndNobodyElse(String method, String path, String allowed) {
        var address = path.replace("{event}", event.value()).replace("{wren}", wren.value());
        Object body = method.startsWith("P") ? Map.of() : null;

        assertThat(calls.nobody().send(method, address, body).status()).isEqualTo(401);
        assertThat(ROLES).allSatisfy(role -> {
            var answer = as(role).send(method, address, body);
            if (List.of(allowed.split(" ")).contains(role)) {
                assertThat(answer.status()).as(role).isNotIn(401, 403, 500);
            } else {
                assertThat(answer.status()).as(role).isEqualTo(403);
            }
        });
    }

    private Calls.As as(String role) {
        return switch (role) {
            case "ORGANISER" -> calls.organiserOf(Evening.FENLAND.value());
            case "DOOR" -> calls.doorHelperAt(event);
            case "ANSWER" -> calls.answering(wren, event);
            case "ATTENDEE" -> calls.attendee(ELSEWHERE);
            default -> calls.as(role);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /events/{event}/attendees
                    POST   | /events/{event}/check-ins
                    DELETE | /events/{event}/check-ins/{wren}
                    POST   | /events/{event}/walk-ins
                    """)
    void anotherRegionsAndAnotherDoorsEventsDoNotExist(String method, String path) {
        var address = path.replace("{event}", event.value()).replace("{wren}", wren.value());
        Object body = method.startsWith("P") ? Map.of("id", evening.newId(), "name", "M") : null;
        if (path.endsWith("check-ins")) {
            body = Map.of("id", evening.newId(), "attendance", wren.value());
        }
        var sent = body;

        assertThat(Stream.of(
                        calls.organiserOf(ELSEWHERE),
                        calls.as("ORGANISER"),
                        calls.doorHelperAt(new EventId(ELSEWHERE))))
                .allSatisfy(caller -> {
                    var answer = caller.send(method, address, sent);
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.text()).doesNotContain("Wren");
                });
        assertThat(as("ORGANISER").send(method, address, sent).status()).isEqualTo(200);
    }

    /** Only who runs the region acts for somebody; elsewhere there is no such event, whoever asks. */
    @Test
    void anotherRegionsOrganiserActsForNobody() {
        var here = evening.open(1);
        var samir = evening.book(here, "Samir Marsh");
        var added = "/bookings/by-hand";
        var cancelled = "/events/" + here + "/bookings/" + samir;

        for (var caller : List.of(calls.organiserOf(ELSEWHERE), calls.as("ORGANISER"))) {
            assertThat(caller.post(added, Evening.aWish(here, "Tobias Quill")).problem())
                    .isEqualTo("unknown-event");
            assertThat(caller.delete(cancelled).problem()).isEqualTo("unknown-event");
            assertThat(caller.send("POST", cancelled + "/offer", null).problem())
                    .isEqualTo("unknown-event");
        }
        var organiser = calls.organiserOf(Evening.FENLAND.value());
        assertThat(organiser.delete("/events/" + event + "/bookings/" + samir).problem())
                .as("of another event")
                .isEqualTo("not-found");
        assertThat(organiser.post(added, Evening.aWish(here, "Tobias Quill")).status())
                .isEqualTo(202);
        assertThat(organiser.delete(cancelled).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster", "labels", "private-words"})
    void somebodyWhoAnswersForOneEventSeesNoOther(String path) {
        var other = evening.open(1);

        assertThat(calls.answering(wren, event)
                        .get("/events/" + other + "/" + path)
                        .status())
                .isEqualTo(404);
        assertThat(calls.answering(wren, event)
                        .get("/events/" + event + "/" + path)
                        .status())
                .isEqualTo(200);
    }

    /** feedback-service refuses both, and what is here is as much somebody's own. */
    @Test
    void aLinkThatWasReplacedOrIsOfAnotherEventOpensNothing() {
        var here = evening.open(1);
        var samir = evening.book(here, "Samir Marsh");
        var paths = List.of(
                "/events/" + here + "/roster",
                "/events/" + here + "/labels",
                "/events/" + here + "/private-words",
                "/attendances/" + samir + "/greeting",
                "/attendances/" + samir + "/evening");
        entries.on(
                new InvitedToAnswer(samir, here, 2, clock.instant().plusSeconds(60)),
                new MessageMetadata(
                        "invitation/" + samir + "/1",
                        "feedback.invitation-due.v1",
                        "invitation",
                        samir.value(),
                        1,
                        samir.value(),
                        clock.instant(),
                        "0"));

        for (var path : paths) {
            assertThat(calls.answering(samir, here).get(path).status()).as(path).isEqualTo(404);
            assertThat(calls.as("ANSWER", Map.of("sub", samir.value(), "event", here.value(), "gen", 2))
                            .get(path)
                            .status())
                    .as(path)
                    .isEqualTo(200);
            assertThat(calls.answering(wren, here).get(path).status())
                    .as("of another event: " + path)
                    .isEqualTo(404);
        }
        var old = calls.answering(samir, here);
        assertThat(old.post("/attendances/" + samir + "/not-mine", Map.of()).status())
                .isEqualTo(404);
        assertThat(old.post("/attendances/" + samir + "/key", Map.of("browser", "ab".repeat(32)))
                        .status())
                .isEqualTo(404);
        assertThat(old.post("/events/" + here + "/labels", Map.of("words", "H")).status())
                .isEqualTo(404);
    }

    @Test
    void aTokenForAnotherServiceOrOfAStrangerIsRefused() {
        var another = tokens.claims("OWNER", clock.instant()).audience("event-service");
        var strangers = new Tokens("attendee-service");
        var address = "/events/" + event + "/attendees";

        var answer = calls.token(tokens.sign(another.build())).get(address);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("no-token");
        assertThat(calls.token(strangers.sign(
                                strangers.claims("OWNER", clock.instant()).build()))
                        .get(address)
                        .status())
                .isEqualTo(401);
        assertThat(calls.owner().get(address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator", "/actuator/env", "/error", "/bookings.json", "/swagger-ui.html"})
    void whatIsNotNamedIsDenied(String path) {
        assertThat(calls.nobody().get(path).status()).isEqualTo(401);
        assertThat(calls.owner().get(path).status()).isIn(403, 404);
    }

    @Test
    void noRouteIsOpenWithoutAToken() {
        assertThat(routes.getHandlerMethods().keySet().stream()
                        .flatMap(route -> route.getPatternValues().stream())
                        .filter(path -> !path.startsWith("/v3/api-docs"))
                        .map(path -> path.replaceAll("\\{[^}]+}", event.value())))
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(calls.nobody().get(path).status()).as(path).isEqualTo(401));
    }

    /** Every route there is, whether the table above has it or not. */
    @Test
    void aDoorHelperOpensTheDoorOfTheirEventAndNothingElse() {
        var open = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/v3/api-docs"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + path)))
                .filter(route -> as("DOOR")
                                .send(
                                        route.substring(0, route.indexOf(' ')),
                                        route.substring(route.indexOf(' ') + 1)
                                                .replaceAll("\\{event[^}]*}", event.value())
                                                .replaceAll("\\{[^}]+}", wren.value()),
                                        route.startsWith("P") ? Map.of() : null)
                                .status()
                        != 403)
                .toList();

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /places",
                        "GET /events/{event}/places",
                        "GET /events/{event}/attendees",
                        "POST /events/{event}/check-ins",
                        "DELETE /events/{event}/check-ins/{attendance}",
                        "POST /events/{event}/walk-ins");
    }

    @Test
    void theApiIsDocumented() {
        var docs = calls.nobody().get("/v3/api-docs");

        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.text()).contains("/bookings", "/events/{event}/check-ins", "/me/bookings");
    }
}
