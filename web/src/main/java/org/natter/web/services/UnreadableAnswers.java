package org.natter.web.services;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.UnknownContentTypeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Tells operators that a service keeps to another contract than web: the route and the field, never what stands in it. Once,
 * until the route can be read again.
 */
final class UnreadableAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableAnswers.class);

    private final Backend service;
    private final Map<String, String> told = new ConcurrentHashMap<>();

    UnreadableAnswers(Backend service) {
        this.service = service;
    }

    /** Whether the service did answer, in its own way. */
    static boolean isOne(RestClientException failure) {
        return failure instanceof UnknownContentTypeException
                || reading(failure)
                        .filter(no -> !(no instanceof JacksonIOException))
                        .isPresent();
    }

    ServiceDown unreadable(String route, RestClientException failure) {
        return broken(
                route,
                reading(failure)
                        .map(no -> place(no) + " (" + no.getClass().getSimpleName() + ")")
                        .orElse("no JSON"));
    }

    ServiceDown nothing(String route) {
        return broken(route, "nothing");
    }

    private ServiceDown broken(String route, String what) {
        if (!what.equals(told.put(route, what))) {
            LOG.error("{} broke its contract: web cannot read its answer to {}: {}", service.audience(), route, what);
        }
        return ServiceDown.unreadable(service);
    }

    void wellRead(String route) {
        told.remove(route);
    }

    private static Optional<JacksonException> reading(RestClientException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .findFirst();
    }

    private static String place(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
