package org.natter.access;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What goes wrong before a feature is reached: addresses, methods, kinds of content, bodies and parameters that cannot be
 * read. Never repeats what was sent.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestProblems {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}|\\[\\d+]");

    private final ProblemWords words;

    RequestProblems(ProblemWords words) {
        this.words = words;
    }

    /** The problem that every service gives this status, if nobody knows better. */
    static ProblemDetail named(ProblemWords words, HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> words.problem(HttpStatus.UNAUTHORIZED, "no-token");
            case 403 -> words.problem(HttpStatus.FORBIDDEN, "not-allowed");
            case 404 -> words.problem(HttpStatus.NOT_FOUND, "not-found");
            case 405 -> words.problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            case 406 -> words.problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            case 413 -> words.problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            case 415 -> words.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
            default ->
                status.is4xxClientError()
                        ? words.problem(HttpStatus.BAD_REQUEST, "unreadable")
                        : words.problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed");
        };
    }

    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        ServletRequestBindingException.class
    })
    ResponseEntity<ProblemDetail> notOurs(Exception trouble) {
        var answer = (ErrorResponse) trouble;
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(named(words, answer.getStatusCode()));
    }

    @ExceptionHandler
    ProblemDetail query(InvalidParameterException unreadable) {
        return named(words, HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ProblemDetail parts(MultipartException parts) {
        return named(words, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof DatabindException cause)) {
            return words.problem(HttpStatus.BAD_REQUEST, "unreadable");
        }
        return shortcoming(
                field(cause.getPath()),
                cause instanceof UnrecognizedPropertyException ? "UNKNOWN_FIELD" : Shortcomings.UNREADABLE);
    }

    /** The name of a field we do not know is the caller's own: it is said again only if it could be one of ours. */
    private static String field(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .filter(step -> NAME.matcher(step).matches())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    @ExceptionHandler
    ProblemDetail parameterMissing(MissingServletRequestParameterException missing) {
        return shortcoming(missing.getParameterName(), Shortcomings.MISSING);
    }

    @ExceptionHandler
    ProblemDetail parameterUnreadable(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? words.problem(HttpStatus.NOT_FOUND, "not-found")
                : shortcoming(mismatch.getName(), Shortcomings.UNREADABLE);
    }

    private ProblemDetail shortcoming(String field, String code) {
        return words.validation("request", List.of(Shortcomings.Named.of(field, code)));
    }
}
