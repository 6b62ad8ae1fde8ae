package org.natter.access.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.ApiRoutes.Route;
import tools.jackson.databind.JsonNode;

/**
 * Held by each service, running: its description of its API and its golden samples tell of the same things.
 *
 * <p>Every route has a sample of each answer that is no problem, and of each problem of its own; those that every route
 * has in common (nobody's token, no such address, a store in trouble) are left to the checks of the description itself.
 */
public abstract class RestSamplesContract {

    private static final String PREFIX = "urn:natter:problem:";

    /** Calls of the running service. */
    protected abstract HttpCalls calls();

    @Test
    @Order(Integer.MAX_VALUE)
    void everyAnswerAndEveryProblemOfARouteHasASample() {
        assertThat(withoutSample(
                        calls().openApi(), RestSamples.of(calls().service()).all()))
                .isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everySampleIsOfARouteThatSaysSo() {
        assertThat(withoutRoute(
                        calls().openApi(), RestSamples.of(calls().service()).all()))
                .isEmpty();
    }

    static List<String> withoutSample(JsonNode openApi, List<RestSample> samples) {
        var missing = new ArrayList<String>();
        for (var route : new ApiRoutes(openApi).own()) {
            var mine = samples.stream()
                    .filter(sample -> sample.route().equals(route.name()))
                    .toList();
            var statuses = mine.stream().map(RestSample::status).collect(Collectors.toSet());
            var problems =
                    mine.stream().flatMap(sample -> sample.problem().stream()).collect(Collectors.toSet());
            successes(route).stream()
                    .filter(status -> !statuses.contains(status))
                    .forEach(status -> missing.add(route.name() + " " + status));
            problems(openApi, route).stream()
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problem -> missing.add(route.name() + " " + problem));
        }
        return missing;
    }

    static List<String> withoutRoute(JsonNode openApi, List<RestSample> samples) {
        var routes = new ApiRoutes(openApi).all();
        return samples.stream()
                .filter(sample -> routes.stream()
                        .filter(route -> route.name().equals(sample.route()))
                        .noneMatch(route ->
                                says(route, sample) && sample.operation().equals(RestSamples.operation(route.name()))))
                .map(sample -> sample.file() + " " + sample.status())
                .toList();
    }

    private static boolean says(Route route, RestSample sample) {
        return !route.isOwn() || route.operation().path("responses").has(String.valueOf(sample.status()));
    }

    private static List<Integer> successes(Route route) {
        return route.operation().path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .map(Integer::valueOf)
                .toList();
    }

    /** The problems that a route has of its own, by the names that its description lists. */
    private static List<String> problems(JsonNode openApi, Route route) {
        var common = common();
        return route.operation()
                .path("responses")
                .valueStream()
                .map(response -> resolved(openApi, response))
                .flatMap(response ->
                        response.path("content").path("application/problem+json").findValues("enum").stream())
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString)
                .filter(type -> type.startsWith(PREFIX))
                .map(type -> type.substring(PREFIX.length()))
                .filter(name -> !common.contains(name))
                .distinct()
                .toList();
    }

    private static JsonNode resolved(JsonNode openApi, JsonNode node) {
        var ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : openApi.at(ref.substring(1));
    }

    private static Set<String> common() {
        return Stream.concat(
                        Stream.of("validation", "busy", "contended", "store-away", "store-restored"),
                        ResourceBundle.getBundle("access-problems").keySet().stream()
                                .filter(key -> key.startsWith("problem."))
                                .map(key -> key.substring("problem.".length())))
                .collect(Collectors.toSet());
    }
}
