package org.natter.access.kit;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One golden exchange of {@code contracts/rest}: what a caller sends to a route and what the service answers.
 *
 * @param operation the folder: method and path, such as {@code post-events-event-check-ins}
 * @param name the case, such as {@code already-in}
 * @param route method and path as the API's description writes them
 * @param as the caller's role; empty for nobody
 * @param request {@code path}, {@code query}, {@code headers} and {@code body}, each left out if there is none
 * @param response {@code status}, {@code headers} and {@code body}
 */
public record RestSample(
        String service, String operation, String name, String route, String as, JsonNode request, JsonNode response) {

    /** The status of the answer. */
    public int status() {
        return response.path("status").asInt();
    }

    /** What is answered: JSON, or a text in another form; missing if nothing is. */
    public JsonNode body() {
        return response.path("body");
    }

    /** The kind of content of the answer: JSON unless it says otherwise. */
    public String contentType() {
        return response.path("headers")
                .path("Content-Type")
                .asString(status() < 400 ? "application/json" : "application/problem+json");
    }

    /** The name of the problem, if the answer is one. */
    public Optional<String> problem() {
        var type = body().path("type").asString("");
        return status() >= 400 && type.startsWith("urn:natter:problem:")
                ? Optional.of(type.substring("urn:natter:problem:".length()))
                : Optional.empty();
    }

    /** Where it lies below {@code contracts/rest}. */
    public String file() {
        return service + "/" + operation + "/" + name + ".json";
    }

    @Override
    public String toString() {
        return file();
    }
}
