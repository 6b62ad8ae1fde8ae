package org.natter.access.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.natter.access.Role;
import org.natter.access.kit.ApiRoutes.Route;
import org.natter.access.kit.HttpCalls.Answer;
import org.natter.access.kit.HttpCalls.As;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fuzzer asks of one route: the description decides what is meant well and what is not, and the service has to agree.
 *
 * <p>Requests are made of those of the golden samples that went well, with one value changed at a time. Ids in addresses
 * are nobody's unless the service names some that are there, so that nothing else is in the way of the form.
 */
final class ApiRules {

    /** The kinds of faults. */
    enum Kind {
        /** The description has no answer for when all goes well. */
        NO_SUCCESS,
        /** A fault of ours, a status of 500 or more. */
        FAILS,
        /** A status that is not described. */
        STATUS,
        /** Content of another type than described. */
        CONTENT,
        /** A body that is not as described. */
        ANSWER,
        /** A header that is described and missing. */
        HEADER,
        /** Somebody is let in who is not described, or the other way round. */
        CALLER,
        /** A method that is not described is not refused with 405. */
        METHOD,
        /** Nobody says which methods there are. */
        ALLOW,
        /** A body of another type than described is not refused with 415. */
        MEDIA_TYPE,
        /** A body that is no JSON is not refused with 400. */
        NO_JSON,
        /** A body that is not as described is not refused for it. */
        BODY_TAKEN,
        /** A body as described is refused for its form. */
        BODY_REFUSED,
        /** A path's variable, a query's parameter or a header that is not as described is not refused for it. */
        PARAMETER_TAKEN,
        /** One as described is refused for its form. */
        PARAMETER_REFUSED
    }

    /** One fault. */
    record Fault(Kind kind, String route, String what) {}

    private static final String NOBODYS = "0".repeat(31) + "f";
    /** Letters that no server takes within one step of an address, so that no variable may be described as any text. */
    private static final List<String> NO_STEPS = List.of("a/b", "a\\b", "a\u0000b");

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH", "TRACE", "QUERY");
    private static final List<String> OTHER_TYPES = List.of(
            "",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x");

    private final HttpCalls calls;
    private final OpenApi api;
    private final OddValues odd;
    private final List<RestSample> samples;
    private final Set<String> beyondForm;
    private final Map<String, String> existing;

    /**
     * @param odd what is sent, which remembers what was
     * @param samples exchanges that requests are made of
     * @param beyondForm codes of shortcomings that no schema can say
     * @param existing ids of something that is there, by the names of variables and fields
     */
    ApiRules(
            HttpCalls calls,
            OpenApi api,
            OddValues odd,
            List<RestSample> samples,
            Set<String> beyondForm,
            Map<String, String> existing) {
        this.calls = calls;
        this.api = api;
        this.odd = odd;
        this.samples = samples;
        this.beyondForm = beyondForm;
        this.existing = existing;
    }

    /** Whatever one route does that it does not say, or says and does not do. */
    List<Fault> faults(Route route) {
        return new OfRoute(route).look();
    }

    private final class OfRoute {

        private final Route route;
        private final List<Fault> found = new ArrayList<>();
        private final List<RestSample> good;
        private final String path;
        private final @Nullable Role role;

        OfRoute(Route route) {
            this.route = route;
            this.good = samples.stream()
                    .filter(sample -> sample.route().equals(route.name()) && sample.status() < 300)
                    .toList();
            this.path = path(Map.of());
            this.role = api.roles(route).stream().findFirst().orElse(null);
        }

        List<Fault> look() {
            if (api.success(route).isEmpty()) {
                add(Kind.NO_SUCCESS, "");
            }
            callers();
            methods();
            bodies();
            parameters();
            return found;
        }

        private void callers() {
            var body = body();
            if (send("nobody", calls.nobody(), path + query(Map.of()), body).status() != 401) {
                add(Kind.CALLER, "nobody");
            }
            for (var one : Role.values()) {
                var answer = send(one + "", as(one), path + query(Map.of()), body);
                var stranger = answer.status() == 403 && answer.problem().equals("not-allowed");
                if (!stranger && !api.roles(route).contains(one)) {
                    add(Kind.CALLER, one + " gets " + answer.status());
                }
                send(one + " accept", as(one).with("Accept", "image/png"), path + query(Map.of()), body);
            }
            if (api.roles(route).stream()
                    .allMatch(one -> as(one).send(route.method(), path + query(Map.of()), body)
                            .problem()
                            .equals("not-allowed"))) {
                add(Kind.CALLER, "none of those who are described");
            }
        }

        private void methods() {
            for (var method : METHODS) {
                if (api.routes().stream().anyMatch(other -> other.takes(method, path))) {
                    continue;
                }
                var answer = me().send(method, path, method.equals("TRACE") ? null : "{}");
                if (answer.status() != 405) {
                    add(Kind.METHOD, method + " gets " + answer.status());
                } else if (!answer.headers().firstValue("Allow").orElse("").contains(route.method())) {
                    add(Kind.ALLOW, method);
                }
            }
        }

        private void bodies() {
            var schema = api.requestSchema(route);
            if (schema.isMissingNode()) {
                return;
            }
            for (var type : OTHER_TYPES) {
                var answer = send(type, me().with("Content-Type", type), path + query(Map.of()), "hm");
                if (answer.status() != 415) {
                    add(Kind.MEDIA_TYPE, type + " gets " + answer.status());
                }
            }
            for (var broken : List.of("{", "")) {
                var answer = send("no JSON " + broken, me(), path + query(Map.of()), broken);
                if (answer.status() != 400) {
                    add(Kind.NO_JSON, broken + " gets " + answer.status());
                }
            }
            sampled().max(Comparator.comparingInt(JsonNode::size)).stream() // the one that says most
                    .flatMap(base -> odd.variants(schema, base))
                    .distinct()
                    .forEach(body -> tried(body, api.unfit(route, body).isEmpty()));
        }

        /** Bodies that went well, about what is there. */
        private Stream<JsonNode> sampled() {
            return good.stream()
                    .map(sample -> sample.request().path("body"))
                    .filter(JsonNode::isObject)
                    .map(body -> {
                        var about = ((ObjectNode) body).deepCopy();
                        existing.forEach((name, id) -> {
                            if (about.has(name)) {
                                about.put(name, id);
                            }
                        });
                        return about;
                    });
        }

        private void tried(JsonNode body, boolean fits) {
            var answer = send(shortened(body.toString()), me(), path + query(Map.of()), body.toString());
            if (fits && refusedForForm(answer)) {
                add(Kind.BODY_REFUSED, shortened(body.toString()) + " gets " + refusal(answer));
            }
            if (!fits && !List.of(400, 422).contains(answer.status())) {
                add(Kind.BODY_TAKEN, shortened(body.toString()) + " gets " + refusal(answer));
            }
        }

        private void parameters() {
            for (var parameter : api.parameters(route)) {
                var name = parameter.path("name").asString();
                var in = parameter.path("in").asString();
                var values = odd.texts(parameter.path("schema"));
                if (in.equals("path")) {
                    values.addAll(NO_STEPS);
                }
                for (var value : values) {
                    if (in.equals("path") && (value.isBlank() || value.matches("[.]+"))
                            || in.equals("header") && !value.matches("[!-~]([ -~]*[!-~])?")) {
                        continue; // another address, or nothing that could be sent
                    }
                    var fits = api.fits(parameter.path("schema"), value);
                    judged(name, in, value, fits);
                }
                if (parameter.path("required").asBoolean(false) && in.equals("query")) {
                    var answer = send("without " + name, me(), path, body());
                    if (answer.status() != 422 && answer.status() != 400) {
                        add(Kind.PARAMETER_TAKEN, "without " + name + " gets " + refusal(answer));
                    }
                }
            }
        }

        private void judged(String name, String in, String value, boolean fits) {
            var what = name + "=" + shortened(value);
            var caller = in.equals("header") ? me().with(name, value) : me();
            var called = (in.equals("path") ? path(Map.of(name, value)) : path)
                    + query(in.equals("query") ? Map.of(name, value) : Map.of());
            var answer = send(what, caller, called, body());
            if (fits && refusedForForm(answer)) {
                add(Kind.PARAMETER_REFUSED, what + " gets " + refusal(answer));
            }
            var refusals = in.equals("path") ? List.of(400, 404, 422) : List.of(400, 422);
            if (!fits && !refusals.contains(answer.status())) {
                add(Kind.PARAMETER_TAKEN, what + " gets " + refusal(answer));
            }
        }

        /** Whether a request was refused for how it reads, not for what it asks. */
        private boolean refusedForForm(Answer answer) {
            return answer.status() == 400
                    || answer.status() == 415
                    || answer.problem().equals("validation")
                            && !answer.codes().stream()
                                    .map(code -> code.substring(code.lastIndexOf(' ') + 1))
                                    .allMatch(beyondForm::contains);
        }

        private Answer send(String what, As caller, String called, @Nullable String body) {
            var answer = caller.send(route.method(), called, body);
            if (answer.status() >= 500 && answer.status() != 503) {
                add(Kind.FAILS, what + " gets " + answer.status());
            } else {
                api.undeclared(route, answer).forEach((kind, fault) -> add(kind, what + ": " + fault));
            }
            return answer;
        }

        private As me() {
            return role == null ? calls.nobody() : as(role);
        }

        private @Nullable String body() {
            return sampled()
                    .findFirst()
                    .map(JsonNode::toString)
                    .orElse(api.requestSchema(route).isMissingNode() ? null : "{}");
        }

        /** The route's address: its variables nobody's ids, or what a sample has where that is no id. */
        private String path(Map<String, String> other) {
            var said = new LinkedHashMap<>(other);
            for (var parameter : api.parameters(route)) {
                var name = parameter.path("name").asString();
                if (parameter.path("in").asString().equals("path")) {
                    said.putIfAbsent(
                            name,
                            api.fits(parameter.path("schema"), NOBODYS)
                                    ? existing.getOrDefault(name, NOBODYS)
                                    : sampled("path", name).orElse(NOBODYS));
                }
            }
            var called = route.path();
            for (var variable : said.entrySet()) {
                called = called.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
            }
            return called;
        }

        /** The query with what it must have, and with this. */
        private String query(Map<String, String> other) {
            var said = new LinkedHashMap<>(other);
            for (var parameter : api.parameters(route)) {
                var name = parameter.path("name").asString();
                if (parameter.path("in").asString().equals("query")
                        && parameter.path("required").asBoolean(false)) {
                    said.putIfAbsent(
                            name,
                            Optional.ofNullable(existing.get(name))
                                    .or(() -> sampled("query", name))
                                    .orElse(NOBODYS));
                }
            }
            return said.isEmpty()
                    ? ""
                    : said.entrySet().stream()
                            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                            .collect(Collectors.joining("&", "?", ""));
        }

        private Optional<String> sampled(String where, String name) {
            return good.stream()
                    .map(sample -> sample.request().path(where).path(name))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst();
        }

        private void add(Kind kind, String what) {
            found.add(new Fault(kind, route.name(), what));
        }
    }

    private As as(Role role) {
        return calls.as(
                role.name(),
                Map.of(
                        "sub", existing.getOrDefault("attendance", NOBODYS),
                        "region", existing.getOrDefault("region", NOBODYS),
                        "event", existing.getOrDefault("event", NOBODYS),
                        "gen", 1));
    }

    private static String refusal(Answer answer) {
        return (answer.status() + " " + answer.problem() + " " + answer.codes()).strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
