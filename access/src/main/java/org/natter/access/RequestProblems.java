package org.natter.access;

import java.util.List;
import java.util.stream.Collectors;
import org.natter.access.Problem.Shortcoming;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What goes wrong before a feature is reached: bodies and parameters that cannot be read. Never repeats their content. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestProblems {

    private static final String UNREADABLE = "We couldn't read this. Check it and try again";

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof DatabindException cause)) {
            return Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "This isn't JSON that we can read");
        }
        String field = cause.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return Problem.validation(List.of(
                cause instanceof UnrecognizedPropertyException
                        ? new Shortcoming(field, "UNKNOWN_FIELD", "There's no such field")
                        : new Shortcoming(field, "UNREADABLE", UNREADABLE)));
    }

    @ExceptionHandler
    ProblemDetail parameterMissing(MissingServletRequestParameterException missing) {
        return Problem.validation(List.of(
                new Shortcoming(missing.getParameterName(), "MISSING", "Say which " + missing.getParameterName())));
    }

    @ExceptionHandler
    ProblemDetail parameterUnreadable(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There's nothing at this address");
        }
        return Problem.validation(List.of(new Shortcoming(mismatch.getName(), "UNREADABLE", UNREADABLE)));
    }
}
