package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.FENLAND;
import static org.natter.feedback.FeedbackHarness.RIVERSIDE;
import static org.natter.feedback.FeedbackHarness.SAMIR;
import static org.natter.feedback.FeedbackHarness.WREN;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.Tokens;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.Invitations;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route with every role, and what a role may see there. */
class FeedbackAccessTest {

    private static final String[] ROLES = {"OWNER", "ORGANISER", "DOOR", "ATTENDEE", "ANSWER", "PUBLIC"};
    private static final String LINK = FeedbackHarness.link("feedback", 1, WREN);
    private static final int FORBIDDEN = 403;

    private static FeedbackHarness feedback;

    @BeforeAll
    static void wrenWasAsked() {
        feedback = new FeedbackHarness();
        feedback.clockShows("2026-10-16T09:00:00Z");
        feedback.tell("natter.events", "event.concluded.v1", "riverside");
        feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
        await("Wren was asked")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.bean(Invitations.class)
                        .find(new AttendanceId(WREN))
                        .isPresent());
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    record Route(String method, String path, String body) {}

    @Test
    void everyRouteIsOpenToItsRolesAndToNoOther() {
        var routes = new LinkedHashMap<Route, Set<String>>();
        routes.put(new Route("POST", "/links/read", LINK), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("POST", "/links/stop", "{}"), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("POST", "/links/ask-again", "{}"), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("POST", "/links/stay-away", "{}"), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("POST", "/events/" + RIVERSIDE + "/list", "{}"), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("GET", "/lists?event=" + RIVERSIDE, null), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("POST", "/follow-ups/not-yet", "{}"), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("POST", "/talks/read", "{}"), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("POST", "/talks/reply", "{}"), Set.of("PUBLIC", "ANSWER"));
        routes.put(new Route("GET", "/answers/" + WREN, null), Set.of("ANSWER"));
        for (var step = 1; step <= 5; step++) {
            routes.put(new Route("PUT", "/answers/" + WREN + "/steps/" + step, "{}"), Set.of("ANSWER"));
        }
        routes.put(new Route("POST", "/answers/" + WREN + "/send", null), Set.of("ANSWER"));
        routes.put(new Route("POST", "/comments", "{}"), Set.of("ANSWER"));
        routes.put(new Route("POST", "/comments/own", "{}"), Set.of("ANSWER"));
        routes.put(new Route("POST", "/outcomes", "{}"), Set.of("ANSWER"));
        routes.put(new Route("DELETE", "/outcomes/" + "0".repeat(32), null), Set.of("ANSWER"));
        routes.put(new Route("GET", "/events/" + RIVERSIDE + "/turnout", null), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("GET", "/events/" + RIVERSIDE + "/questions", null), Set.of("OWNER", "ORGANISER"));
        routes.put(
                new Route("PUT", "/events/" + RIVERSIDE + "/questions?version=0", "{}"), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("GET", "/events/" + RIVERSIDE + "/feedback", null), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("GET", "/events/" + RIVERSIDE + "/mixing", null), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("GET", "/regions/" + FENLAND + "/chatting", null), Set.of("OWNER", "ORGANISER"));
        routes.put(new Route("GET", "/operations/dead-letters", null), Set.of("OWNER"));
        routes.put(new Route("GET", "/answers", null), Set.of("ANSWER"));
        routes.put(new Route("GET", "/anything", null), Set.of());

        routes.forEach((route, roles) -> {
            assertThat(call(route, null)).as("%s without a token", route).isEqualTo(401);
            for (var role : ROLES) {
                var claims = Map.<String, Object>of("gen", 1, "region", FENLAND, "event", RIVERSIDE);
                var status = call(route, feedback.token(role, WREN, claims));
                if (roles.contains(role)) {
                    assertThat(status).as("%s as %s", route, role).isNotIn(401, FORBIDDEN, 500);
                } else {
                    assertThat(status).as("%s as %s", route, role).isEqualTo(FORBIDDEN);
                }
            }
        });
    }

    /** Every route there is, whether the table above has it or not. */
    @Test
    void aDoorHelperSeesNothing() {
        var door = feedback.token("DOOR", WREN, Map.of("event", RIVERSIDE));
        var routes = feedback.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/v3/api-docs"))
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.name(),
                                        path.replaceAll("\\{event[^}]*}", RIVERSIDE)
                                                .replaceAll("\\{[^}]+}", WREN),
                                        method.name().startsWith("P") ? "{}" : null))))
                .toList();

        assertThat(routes)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        route -> assertThat(call(route, door)).as("%s", route).isEqualTo(FORBIDDEN));
    }

    @Test
    void commentsAndOutcomesAreWrittenAndNeverRead() {
        for (var path : List.of("/comments", "/comments/own", "/outcomes")) {
            for (var role : ROLES) {
                var token = feedback.token(role, WREN, Map.of("gen", 1, "region", FENLAND, "event", RIVERSIDE));

                assertThat(call(new Route("GET", path, null), token))
                        .as("%s as %s", path, role)
                        .isEqualTo(role.equals("ANSWER") ? 405 : FORBIDDEN);
            }
        }
    }

    @Test
    void anAnswerOpensOnlyForItsWriterWithTheCurrentGeneration() {
        var path = "/answers/" + WREN;
        assertThat(status(path, feedback.answering(WREN))).isEqualTo(200);

        assertThat(status(path, feedback.answering(SAMIR))).isEqualTo(404);
        assertThat(status("/answers/" + SAMIR, feedback.answering(SAMIR))).isEqualTo(404);
        assertThat(status("/answers/nobody", feedback.answering("nobody"))).isEqualTo(404);
        assertThat(status(path, feedback.token("ANSWER", WREN, Map.of("gen", 2))))
                .isEqualTo(404);
        assertThat(status(path, feedback.token("ANSWER", WREN, Map.of("gen", "1"))))
                .isEqualTo(404);
        assertThat(status(path, feedback.token("ANSWER", WREN, Map.of()))).isEqualTo(404);
    }

    @Test
    void everyLinkThatLeadsNowhereEndsInTheSameWords() {
        var refused = List.of(
                LINK.replace(".1.", ".3."),
                FeedbackHarness.link("feedback", 2, WREN),
                FeedbackHarness.link("follow-up", 1, WREN),
                FeedbackHarness.link("booking", 1, WREN),
                FeedbackHarness.link("feedback", 1, SAMIR),
                "{\"token\": \"\"}",
                "{\"token\": null}",
                "{}");

        assertThat(refused)
                .extracting(body -> feedback.call("POST", "/links/read", feedback.anybody(), body))
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(404))
                .extracting(FeedbackHarness.Reply::text)
                .containsOnly(feedback.call("POST", "/links/read", feedback.anybody(), "{}")
                        .text());
    }

    @Test
    void aTokenForAnotherServiceOrOfAStrangerIsRefused() {
        var path = "/answers/" + WREN;
        var good = feedback.claims("ANSWER", WREN, Map.of("gen", 1));
        assertThat(status(path, feedback.signedByWeb(good.build()))).isEqualTo(200);

        assertThat(status(path, new Tokens("feedback-service").sign(good.build())))
                .isEqualTo(401);
        assertThat(status(
                        path,
                        feedback.signedByWeb(good.audience("event-service").build())))
                .isEqualTo(401);
    }

    @Test
    void aRoleIsOneWordAndNothingElseMakesARole() {
        var none = feedback.claims("PUBLIC ANSWER", WREN, Map.of("gen", 1));
        assertThat(status("/answers/" + WREN, feedback.signedByWeb(none.build())))
                .isEqualTo(FORBIDDEN);

        var scope = feedback.claims("PUBLIC", WREN, Map.of("gen", 1, "scope", "ANSWER", "scp", List.of("ANSWER")));
        assertThat(status("/answers/" + WREN, feedback.signedByWeb(scope.build())))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void anOrganiserWithoutARegionFindsNothing() {
        var token = feedback.token("ORGANISER", "0".repeat(32), Map.of());

        assertThat(status("/events/" + RIVERSIDE + "/turnout", token)).isEqualTo(404);
        assertThat(status("/events/" + RIVERSIDE + "/turnout", feedback.organiser("{\"$ne\":null}")))
                .isEqualTo(404);
        assertThat(status("/events/nothing/turnout", feedback.organiser(FENLAND)))
                .isEqualTo(404);
    }

    @Test
    void refusalsAreProblemsThatSayNothingOfTheInside() {
        var refused = feedback.call("GET", "/answers/" + WREN, null, null);

        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:natter:problem:no-token");
        assertThat(feedback.call("PUT", "/answers/" + WREN + "/steps/1", feedback.answering(WREN), "{nonsense")
                        .text())
                .doesNotContain("Exception")
                .doesNotContain("nonsense");
    }

    private static int call(Route route, String token) {
        return feedback.call(route.method(), route.path(), token, route.body()).status();
    }

    private static int status(String path, String token) {
        return feedback.call("GET", path, token, null).status();
    }
}
