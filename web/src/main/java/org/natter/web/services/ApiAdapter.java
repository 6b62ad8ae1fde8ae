package org.natter.web.services;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.ServiceRefusal.FieldError;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
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
        translated(() -> {
            super.exchange(call);
            return true;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues call) {
        return translated(() -> super.exchangeForHeaders(call));
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues call, ParameterizedTypeReference<T> type) {
        var mayBeAbsent = Boolean.TRUE.equals(call.getAttributes().get(MAY_BE_ABSENT));
        try {
            return translated(() -> read(call, type));
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

    private <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientResponseException no) {
            throw translated(no);
        } catch (RestClientException unreachable) {
            throw ServiceDown.because(service, unreachable);
        }
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
