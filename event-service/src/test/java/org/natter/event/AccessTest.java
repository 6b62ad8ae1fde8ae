package org.natter.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets through, by role, region and token. */
@WholeService
class AccessTest {

    private static final List<String> ROLES = List.of("OWNER", "ORGANISER", "DOOR", "ATTENDEE", "ANSWER", "PUBLIC");

    private final Calls calls;
    private final Tokens tokens;
    private final MovableClock clock;
    private final RequestMappingHandlerMapping routes;
    private String region;
    private String event;

    @Autowired
    AccessTest(
            Calls calls, Tokens tokens, MovableClock clock, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.calls = calls;
        this.tokens = tokens;
        this.clock = clock;
        this.routes = requestMappingHandlerMapping;
    }

    @BeforeEach
    void aPublishedEvent() {
        region = calls.aRegion();
        event = calls.aPublishedEvent(region);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /regions                        | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    GET  | /regions/{region}               | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    POST | /regions                        | OWNER
                    PUT  | /regions/{region}               | OWNER
                    GET  | /programme                      | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    GET  | /programme/{event}              | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    GET  | /programme/{event}/calendar     | OWNER ORGANISER DOOR ATTENDEE ANSWER PUBLIC
                    GET  | /events?region={region}&list=PAST | OWNER ORGANISER
                    POST | /events                         | OWNER ORGANISER
                    GET  | /events/{event}                 | OWNER ORGANISER
                    PUT  | /events/{event}                 | OWNER ORGANISER
                    POST | /events/{event}/trials          | OWNER ORGANISER
                    DELETE | /events/{event}               | OWNER ORGANISER
                    POST | /events/{event}/publish         | OWNER ORGANISER
                    POST | /events/{event}/cancel          | OWNER ORGANISER
                    GET  | /overview?region={region}       | OWNER ORGANISER
                    GET  | /overview/{event}               | OWNER ORGANISER
                    GET  | /operations/dead-letters        | OWNER
                    POST | /operations/republish           | OWNER
                    """)
    void aRouteLetsInItsRolesAndNobodyElse(String method, String path, String allowed) {
        var address = path.replace("{region}", region).replace("{event}", event);
        var body = "GET".equals(method) ? null : Map.of();

        assertThat(calls.nobody().send(method, address, body).status()).isEqualTo(401);
        assertThat(ROLES).allSatisfy(role -> {
            var status = as(role).send(method, address, body).status();
            if (List.of(allowed.split(" ")).contains(role)) {
                assertThat(status).as(role).isNotIn(401, 403, 404);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        });
    }

    private Calls.As as(String role) {
        return "ORGANISER".equals(role) ? calls.organiserOf(region) : calls.as(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET  | /events?region={region}&list=PAST
                    GET  | /events/{event}
                    PUT  | /events/{event}
                    POST | /events/{event}/trials
                    DELETE | /events/{event}
                    POST | /events/{event}/publish
                    POST | /events/{event}/cancel
                    GET  | /overview?region={region}
                    GET  | /overview/{event}
                    """)
    void anotherRegionsEventsDoNotExist(String method, String path) {
        var address = path.replace("{region}", region).replace("{event}", event);
        var body = switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "cancel" -> Map.of("reason", "The pub has flooded.");
            default -> "GET".equals(method) ? null : Map.of();
        };
        var elsewhere = calls.aRegion();

        var answer = calls.organiserOf(elsewhere).send(method, address, body);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("Riverside");
        assertThat(calls.owner().send(method, address, body).status()).isNotEqualTo(404);
    }

    @Test
    void nobodyPlansAnEventInAnotherRegion() {
        var wish = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");

        assertThat(calls.organiserOf(calls.aRegion()).post("/events", wish).status())
                .isEqualTo(404);
    }

    @Test
    void anOrganiserWithoutARegionGetsNothing() {
        assertThat(calls.as("ORGANISER").get("/events/" + event).status()).isEqualTo(404);
    }

    @Test
    void aTokenForAnotherServiceOrOfAStrangerIsRefused() {
        var another = tokens.claims("OWNER", clock.instant()).audience("attendee-service");
        var strangers = new Tokens("event-service");

        var answer = calls.token(tokens.sign(another.build())).get("/events/" + event);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("no-token");
        assertThat(calls.token(strangers.sign(
                                strangers.claims("OWNER", clock.instant()).build()))
                        .get("/events/" + event)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator", "/actuator/env", "/error", "/events.json", "/swagger-ui.html"})
    void whatIsNotNamedIsDenied(String path) {
        assertThat(calls.nobody().get(path).status()).isEqualTo(401);
        assertThat(calls.owner().get(path).status()).isIn(403, 404);
    }

    @Test
    void noRouteIsOpenWithoutAToken() {
        assertThat(routes.getHandlerMethods().keySet().stream()
                        .flatMap(route -> route.getPatternValues().stream())
                        .filter(path -> !path.startsWith("/v3/api-docs"))
                        .map(path -> path.replaceAll("\\{[^}]+}", event)))
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(calls.nobody().get(path).status()).as(path).isEqualTo(401));
    }

    /** Every route there is, whether the table above has it or not. */
    @Test
    void aDoorHelperSeesWhatEverybodyMayAndNothingElse() {
        var door = calls.as("DOOR", Map.of("event", event));
        var open = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/v3/api-docs"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + path)))
                .filter(route -> door.send(
                                        route.substring(0, route.indexOf(' ')),
                                        route.substring(route.indexOf(' ') + 1)
                                                .replaceAll("\\{region[^}]*}", region)
                                                .replaceAll("\\{[^}]+}", event),
                                        route.startsWith("P") ? Map.of() : null)
                                .status()
                        != 403)
                .toList();

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /regions",
                        "GET /regions/{region}",
                        "GET /programme",
                        "GET /programme/{event}",
                        "GET /programme/{event}/calendar");
    }
}
