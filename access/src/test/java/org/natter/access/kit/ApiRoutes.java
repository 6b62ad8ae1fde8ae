package org.natter.access.kit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The routes of an API's description: which one a call is for, and what its path says. */
final class ApiRoutes {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode openApi;

    ApiRoutes(JsonNode openApi) {
        this.openApi = openApi;
    }

    /** One route of the description. */
    record Route(String method, String path, JsonNode operation) {

        String name() {
            return method + " " + path;
        }

        /** Whether the service itself has it; messaging's are held to messaging's own tests. */
        boolean isOwn() {
            return !path.startsWith("/operations/");
        }

        /** The values of the path's variables, in order. */
        Map<String, String> variables(String called) {
            var values = new LinkedHashMap<String, String>();
            var named = path.split("/");
            var said = called.split("/");
            for (int i = 0; i < named.length; i++) {
                if (named[i].startsWith("{")) {
                    values.put(named[i].substring(1, named[i].length() - 1), said[i]);
                }
            }
            return values;
        }

        /** Whether it is for such a call, perhaps beside others. */
        boolean takes(String called, String address) {
            return method.equals(called) && fits(address);
        }

        private boolean fits(String called) {
            return Pattern.matches(path.replaceAll("\\{[^}]+}", "[^/]+"), called);
        }

        private long words() {
            return path.chars().filter(letter -> letter == '{').count();
        }
    }

    /** The routes of the service itself, without those that messaging gives every service and holds to its own tests. */
    List<Route> own() {
        return all().stream().filter(Route::isOwn).toList();
    }

    /** Every route, in the order of the description. */
    List<Route> all() {
        return openApi.path("paths").properties().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> new Route(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path(method))))
                .toList();
    }

    /** The route that a call is for: the one with the fewest variables that fits. */
    Route of(String method, String called) {
        return all().stream()
                .filter(route -> route.method().equals(method) && route.fits(called))
                .min(Comparator.comparingLong(Route::words))
                .orElseThrow(() -> new AssertionError("the API's description has no " + method + " " + called));
    }
}
