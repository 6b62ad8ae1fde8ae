package org.natter.web.services;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.natter.web.services.ServiceRefusal.FieldError;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says in web's words how a call failed: {@link ServiceDown}, {@link ServiceRefusal}, or nothing where that may be. */
final class ApiAdapter extends HttpExchangeAdapterDecorator {

    /** The attribute of a call whose answer may be absent. */
    static final String MAY_BE_ABSENT = "natter.may-be-absent";

    /** The attribute of a call that changes nothing. */
    static final String READS = "natter.reads";

    /** The attribute of a command that is {@link TwiceIsOnce}. */
    static final String TWICE_IS_ONCE = "natter.twice-is-once";

    /** A service that is slow is not to be asked all the more. */
    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(3)
            .delay(Duration.ofMillis(100))
            .multiplier(3)
            .predicate(ApiAdapter::mayHaveBeenTaken)
            .build());

    /** What a service answers before it has looked at anything. */
    private static final Set<String> BEFORE_ANYTHING = Set.of("busy", "store-restored");

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
        try {
            return translated(call, () -> read(call, type));
        } catch (ServiceRefusal refusal) {
            if (is(call, MAY_BE_ABSENT) && refusal.isAbsent()) {
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

    /** A command without an answer may have been taken, so it is asked again under the same key before that is said. */
    private <T> T translated(HttpRequestValues call, Supplier<T> asking) {
        var silence = new AtomicBoolean();
        Supplier<T> listening = () -> listening(asking, silence);
        try {
            return is(call, TWICE_IS_ONCE) ? AGAIN.invoke(listening) : listening.get();
        } catch (RestClientResponseException no) {
            throw silence.get() ? afterSilence(no) : translated(no);
        } catch (RestClientException silent) {
            throw !is(call, READS) && silence.get()
                    ? ServiceDown.unknown(service, silent)
                    : ServiceDown.because(service, silent);
        }
    }

    /** What is not answered may be taken still, whatever becomes of asking again. */
    private static <T> T listening(Supplier<T> asking, AtomicBoolean silence) {
        try {
            return asking.get();
        } catch (RestClientException failure) {
            silence.compareAndSet(false, mayHaveBeenTaken(failure));
            throw failure;
        }
    }

    private RuntimeException afterSilence(RestClientResponseException no) {
        return translated(no) instanceof ServiceRefusal refusal
                ? refusal.afterSilence()
                : ServiceDown.unknown(service, no);
    }

    private static boolean is(HttpRequestValues call, String attribute) {
        return Boolean.TRUE.equals(call.getAttributes().get(attribute));
    }

    /** Not if it was answered, nor if no line came about. */
    private static boolean mayHaveBeenTaken(Throwable failure) {
        if (failure instanceof RestClientResponseException) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
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
        var refusal = refusal(status, no.getResponseBodyAsByteArray());
        return status >= 500 || status == 401 || status == 429
                ? ServiceDown.answering(service, status, status < 500 || BEFORE_ANYTHING.contains(refusal.slug()))
                : refusal;
    }

    private ServiceRefusal refusal(int status, byte[] body) {
        var problem = problem(body);
        var type = Objects.requireNonNullElse(problem.type(), "");
        return ServiceRefusal.of(
                service,
                status,
                type.substring(type.lastIndexOf(':') + 1),
                Objects.requireNonNullElse(problem.errors(), List.of()));
    }

    private Problem problem(byte[] body) {
        try {
            return json.readValue(body, Problem.class);
        } catch (JacksonException notAProblem) {
            return new Problem(null, null);
        }
    }

    /** What is said with a refusal (RFC 9457), as far as pages need it. */
    private record Problem(@Nullable String type, @Nullable List<FieldError> errors) {}
}
