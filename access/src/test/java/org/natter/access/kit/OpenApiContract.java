package org.natter.access.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.natter.access.Role;
import org.natter.access.kit.ApiRoutes.Route;
import org.natter.access.kit.HttpCalls.Answer;
import org.natter.access.kit.HttpCalls.As;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Held by each service, running: it does what its description says, whatever it is sent.
 *
 * <p>Odd input comes from a fixed seed, in every role: whatever answers must be described, and never is a fault of ours.
 */
public abstract class OpenApiContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOBODYS = "0".repeat(31) + "f";
    private static final List<Object> ODD = List.of(
            "",
            " ",
            "x".repeat(5000),
            "\u0000",
            "null",
            -1,
            0,
            4_294_967_296L,
            1.5,
            true,
            List.of(),
            List.of(1),
            Map.of(),
            NOBODYS);

    private final Random random = new Random(20261015);

    /** Calls of the running service. */
    protected abstract HttpCalls calls();

    @Test
    void everySampleIsAsDescribed() {
        var api = new OpenApi(calls().openApi());
        var found = new ArrayList<String>();
        for (var sample : RestSamples.of(calls().service()).all()) {
            api.routes().stream()
                    .filter(route -> route.name().equals(sample.route()))
                    .forEach(route -> {
                        add(found, sample.file(), api.undeclared(route, sample.status(), sample.body()));
                        if (sample.status() < 300 && sample.request().has("body")) {
                            add(
                                    found,
                                    sample.file() + " request",
                                    api.unfit(route, sample.request().path("body")));
                        }
                    });
        }

        assertThat(found).isEmpty();
    }

    @Test
    void everyRouteSaysInASentenceWhatItIsFor() {
        assertThat(new OpenApi(calls().openApi())
                        .routes().stream()
                                .filter(route -> route.operation()
                                        .path("summary")
                                        .asString("")
                                        .isBlank())
                                .map(Route::name))
                .isEmpty();
    }

    @Test
    void whateverIsSentTheAnswerIsAsDescribed() {
        var api = new OpenApi(calls().openApi());
        var found = new ArrayList<String>();
        for (var route : api.routes()) {
            var path = route.path().replaceAll("\\{[^}]+}", NOBODYS);
            for (var role : Role.values()) {
                hold(found, api, route, role + " nothing", as(role).send(route.method(), path, null));
                hold(
                        found,
                        api,
                        route,
                        role + " accept",
                        as(role).with("Accept", "image/png").send(route.method(), path, null));
                hold(
                        found,
                        api,
                        route,
                        role + " query",
                        as(role).send(route.method(), path + "?region=%00&status=x&event=x", null));
                for (var body : bodies(api, route)) {
                    hold(found, api, route, role + " " + shortened(body), as(role).send(route.method(), path, body));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefusedByName() {
        var api = new OpenApi(calls().openApi());
        var found = new ArrayList<String>();
        for (var route : api.routes()) {
            var path = route.path().replaceAll("\\{[^}]+}", NOBODYS);
            for (var role : Role.values()) {
                if (!path.equals(route.path())) {
                    var broken = route.path().replaceAll("\\{[^}]+}", "no-such-id");
                    expect(
                            found,
                            route,
                            role + " broken id",
                            as(role).send(route.method(), broken, "{}"),
                            404,
                            422,
                            403);
                }
                if (!api.requestSchema(route).isMissingNode()) {
                    expect(
                            found,
                            route,
                            role + " text",
                            as(role).with("Content-Type", "text/plain").send(route.method(), path, "hm"),
                            415,
                            403);
                    expect(found, route, role + " no JSON", as(role).send(route.method(), path, "{"), 400, 403);
                    expect(
                            found,
                            route,
                            role + " unknown field",
                            as(role).send(route.method(), path, "{\"hm\": 1}"),
                            422,
                            403);
                }
                for (var method : List.of("GET", "PUT", "POST", "DELETE", "PATCH")) {
                    if (api.routes().stream().noneMatch(known -> known.name().equals(method + " " + route.path()))) {
                        var answer = as(role).send(method, path, "{}");
                        expect(found, route, role + " by " + method, answer, 405, 403, 404);
                        if (answer.status() == 405
                                && answer.headers().firstValue("Allow").isEmpty()) {
                            found.add(route.name() + " by " + method + ": no Allow");
                        }
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private void hold(List<String> found, OpenApi api, Route route, String what, Answer answer) {
        var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        if (answer.status() >= 500) {
            found.add(route.name() + " " + what + ": " + answer.status());
        } else if (json || answer.status() >= 400) {
            add(found, route.name() + " " + what, api.undeclared(route, answer.status(), answer.json()));
        }
    }

    private static void expect(List<String> found, Route route, String what, Answer answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.status())) {
            found.add(route.name() + " " + what + ": " + answer.status() + " " + answer.problem());
        }
    }

    private static void add(List<String> found, String where, List<String> faults) {
        faults.forEach(fault -> found.add(where + ": " + fault));
    }

    /** Bodies that somebody might send by mistake or on purpose: each field in turn with something odd in it. */
    private List<String> bodies(OpenApi api, Route route) {
        var schema = api.requestSchema(route);
        if (schema.isMissingNode()) {
            return List.of();
        }
        var bodies = new ArrayList<>(List.of("{}", "[]", "null", "\"hm\"", "7"));
        schema.path("properties").propertyNames().forEach(field -> {
            var body = JSON.createObjectNode();
            schema.path("properties").propertyNames().forEach(other -> put(body, other));
            put(body, field);
            bodies.add(body.toString());
        });
        return bodies;
    }

    private void put(ObjectNode body, String field) {
        body.set(field, JSON.valueToTree(ODD.get(random.nextInt(ODD.size()))));
    }

    private As as(Role role) {
        return calls().as(role.name(), Map.of("sub", NOBODYS, "region", NOBODYS, "event", NOBODYS, "gen", 1));
    }

    private static String shortened(String body) {
        return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }
}
