package org.natter.web.stub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.natter.access.kit.RestSample;
import org.natter.access.kit.RestSamples;
import tools.jackson.databind.JsonNode;

/** One route of one service, and the golden exchanges there are of it. */
record Route(String service, String name) {

    private static final String OPERATIONS = " /operations/"; // every service has them, one has their samples
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final List<RestSample> ALL = Stream.of("event-service", "attendee-service", "feedback-service")
            .flatMap(service -> RestSamples.of(service).all().stream())
            .toList();

    static RestSample sample(String file) {
        return ALL.stream()
                .filter(sample -> sample.file().equals(file + ".json"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + file));
    }

    static Route of(RestSample sample) {
        return new Route(sample.route().contains(OPERATIONS) ? "any" : sample.service(), sample.route());
    }

    /** The route that a call is for. */
    static Optional<Route> of(Call call) {
        return ALL.stream().map(Route::of).filter(route -> route.fits(call)).findFirst();
    }

    /** What its taken calls are answered, or its problems. */
    Shape answers(int status) {
        return new Shape(samples()
                .filter(sample -> sample.status() / 100 == status / 100)
                .map(RestSample::body)
                .toList());
    }

    /** What a call sends that no exchange of the route does; null is nothing sent. */
    Set<String> strangeIn(Call call) {
        var strange = new TreeSet<String>();
        if (!call.body().isEmpty()) {
            new Shape(sent("body"))
                    .strangeIn("", call.json()).stream()
                            .filter(what -> !what.endsWith(" NULL"))
                            .forEach(strange::add);
        }
        var known = sent("query").stream()
                .flatMap(query -> query.propertyNames().stream())
                .collect(Collectors.toSet());
        call.queryNames().filter(name -> !known.contains(name)).forEach(name -> strange.add("?" + name));
        return strange;
    }

    private boolean fits(Call call) {
        return (service.equals("any") || service.equals(call.service() + "-service"))
                && PATTERNS.computeIfAbsent(name, Route::pattern)
                        .matcher(call.route())
                        .matches();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(name.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private List<JsonNode> sent(String part) {
        return samples()
                .map(sample -> sample.request().path(part))
                .filter(found -> !found.isMissingNode())
                .toList();
    }

    private Stream<RestSample> samples() {
        return ALL.stream().filter(sample -> of(sample).equals(this));
    }
}
