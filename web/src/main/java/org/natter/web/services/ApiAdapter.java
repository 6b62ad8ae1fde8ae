package org.natter.web.services;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.ServiceRefusal.FieldError;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in web's words how a call failed: {@link ServiceDown}, {@link ServiceRefusal}, or nothing where that may be. */
final class ApiAdapter extends HttpExchangeAdapterDecorator {

    /** The attribute of a call whose answer may be absent. */
    static final String MAY_BE_ABSENT = "natter.may-be-absent";

    /** How often a command is sent in all while nobody answers. */
    private static final int TIMES = 4;

    /** Commands that carry their own id, or say how things are to be: twice is once. */
    private static final Pattern REPEATABLE = Pattern.compile("/(bookings|booking-links/.+|answers/.+|outcomes|comments"
            + "|follow-ups/.+|events/\\{event}/(check-ins|walk-ins|private-words)(/.+)?)");

    private final Backend service;
    private final JsonMapper json;
    private final UnreadableAnswers broken;

    ApiAdapter(HttpExchangeAdapter calls, Backend service, JsonMapper json) {
        super(calls);
        this.service = service;
        this.json = json;
        this.broken = new UnreadableAnswers(service);
    }

    @Override
    public void exchange(HttpRequestValues call) {
        translated(call, () -> {
            super.exchange(call);
            return true;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues call) {
        return translated(call, () -> super.exchangeForHeaders(call));
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues call, ParameterizedTypeReference<T> type) {
        var mayBeAbsent = Boolean.TRUE.equals(call.getAttributes().get(MAY_BE_ABSENT));
        try {
            return translated(call, () -> read(call, type));
        } catch (ServiceRefusal refusal) {
            if (mayBeAbsent && refusal.isAbsent()) {
                return null;
            }
            throw refusal;
        }
    }

    private <T> T read(HttpRequestValues call, ParameterizedTypeReference<T> type) {
        var route = call.getHttpMethod() + " "
                + String.valueOf(call.getUriTemplate()).replaceAll("\\?.*", "");
        try {
            var answer =
                    Optional.ofNullable(super.exchangeForBody(call, type)).orElseThrow(() -> broken.nothing(route));
            broken.wellRead(route);
            return answer;
        } catch (RestClientException failure) {
            throw UnreadableAnswers.isOne(failure) ? broken.unreadable(route, failure) : failure;
        }
    }

    /** A command without an answer may have been taken, so it is asked once more under the same key before that is said. */
    private <T> T translated(HttpRequestValues call, Supplier<T> asking) {
        for (int times = 1; ; times++) {
            try {
                return asking.get();
            } catch (RestClientResponseException no) {
                throw translated(no);
            } catch (RestClientException silent) {
                if (HttpMethod.GET.equals(call.getHttpMethod()) || !mayHaveArrived(silent)) {
                    throw ServiceDown.because(service, silent);
                }
                if (times == TIMES
                        || !REPEATABLE
                                .matcher(String.valueOf(call.getUriTemplate()))
                                .matches()) {
                    throw ServiceDown.unknown(service, silent);
                }
            }
        }
    }

    /** Not if no line came about. */
    private static boolean mayHaveArrived(Throwable silent) {
        for (Throwable cause = silent; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return false;
            }
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private RuntimeException translated(RestClientResponseException no) {
        var status = no.getStatusCode().value();
        return status >= 500 || status == 401 || status == 429
                ? ServiceDown.answering(service, status)
                : refusal(status, no.getResponseBodyAsByteArray());
    }

    private ServiceRefusal refusal(int status, byte[] body) {
        var problem = problem(body);
        var type = problem.path("type").asString("");
        var errors = problem.path("errors")
                .valueStream()
                .map(error -> new FieldError(
                        error.path("field").asString(""), error.path("message").asString("")))
                .toList();
        return ServiceRefusal.of(service, status, type.substring(type.lastIndexOf(':') + 1), errors);
    }

    private JsonNode problem(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException notAProblem) {
            return json.createObjectNode();
        }
    }
}
