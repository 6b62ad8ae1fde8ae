package org.natter.feedback;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.natter.access.Problem;
import org.natter.access.Problem.Shortcoming;
import org.natter.feedback.answer.AnswerRefused;
import org.natter.feedback.answer.FormShut;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.outcome.IdReused;
import org.natter.feedback.outcome.OutcomeRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What callers are told when something cannot be done; never what was sent, never a trace. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FeedbackProblems {

    /** For a form's own rules, which differ by their sentence only. */
    private static final String CANNOT_STAND = "CANNOT_STAND";

    /** Names that never change for the constraints on our requests, whose own names are a library's. */
    private static final Map<String, String> CODES = Map.of(
            "NotNull", "MISSING",
            "NotBlank", "MISSING",
            "Pattern", "UNREADABLE",
            "Size", "TOO_LONG",
            "Min", "OUT_OF_RANGE",
            "Max", "OUT_OF_RANGE",
            "AssertTrue", "INCOMPLETE");

    @ExceptionHandler
    ProblemDetail on(UnknownLink unknown) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-link", "There's nothing at this address");
    }

    @ExceptionHandler
    ProblemDetail on(FormShut shut) {
        return shut.reason() == FormShut.Reason.CALLED_OFF
                ? Problem.of(
                        HttpStatus.CONFLICT,
                        "event-called-off",
                        "This event was called off, so there's nothing to fill in")
                : Problem.of(HttpStatus.CONFLICT, "form-closed", "This form has closed");
    }

    @ExceptionHandler
    ProblemDetail on(AnswerRefused refused) {
        return Problem.validation(List.of(new Shortcoming(refused.field(), CANNOT_STAND, sentence(refused))));
    }

    @ExceptionHandler
    ProblemDetail on(OutcomeRefused refused) {
        return Problem.validation(List.of(new Shortcoming(refused.field(), CANNOT_STAND, sentence(refused))));
    }

    @ExceptionHandler
    ProblemDetail on(IdReused reused) {
        return Problem.keyReused();
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentNotValidException invalid) {
        return Problem.validation(Stream.concat(
                        invalid.getFieldErrors().stream().map(FeedbackProblems::shortcoming),
                        invalid.getGlobalErrors().stream().map(error -> shortcoming("", error)))
                .toList());
    }

    private static Shortcoming shortcoming(FieldError error) {
        return shortcoming(error.getField().replaceAll("\\.?complete$", ""), error);
    }

    private static Shortcoming shortcoming(String field, ObjectError error) {
        var message = error.getDefaultMessage();
        var code = CODES.getOrDefault(String.valueOf(error.getCode()), CANNOT_STAND);
        return new Shortcoming(field, code, message == null ? "" : message);
    }

    private static String sentence(RuntimeException refused) {
        var message = refused.getMessage();
        return message == null ? "" : message;
    }
}
