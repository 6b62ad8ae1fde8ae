package org.natter.feedback;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.natter.feedback.answer.AnswerRefused;
import org.natter.feedback.answer.FormShut;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.outcome.IdReused;
import org.natter.feedback.outcome.OutcomeRefused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What callers are told when something cannot be done; never what was sent, never a trace. */
@RestControllerAdvice
@Order(-1)
class FeedbackProblems {

    record Complaint(String field, String message) {}

    @ExceptionHandler
    ProblemDetail on(UnknownLink unknown) {
        return problem(HttpStatus.NOT_FOUND, "unknown-link", "There is nothing at this address.");
    }

    @ExceptionHandler
    ProblemDetail on(FormShut shut) {
        return shut.reason() == FormShut.Reason.CALLED_OFF
                ? problem(
                        HttpStatus.CONFLICT,
                        "event-called-off",
                        "This event was called off, so there's nothing to fill in.")
                : problem(HttpStatus.CONFLICT, "form-closed", "This form has closed.");
    }

    @ExceptionHandler
    ProblemDetail on(AnswerRefused refused) {
        return invalid(List.of(new Complaint(refused.field(), sentence(refused))));
    }

    @ExceptionHandler
    ProblemDetail on(OutcomeRefused refused) {
        return invalid(List.of(new Complaint(refused.field(), sentence(refused))));
    }

    @ExceptionHandler
    ProblemDetail on(IdReused reused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", "This id was used for something else.");
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentNotValidException invalid) {
        return invalid(Stream.concat(
                        invalid.getFieldErrors().stream().map(FeedbackProblems::complaint),
                        invalid.getGlobalErrors().stream().map(FeedbackProblems::complaint))
                .toList());
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException unreadable) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable", "Something in this request is not known here.");
    }

    private static Complaint complaint(FieldError error) {
        return new Complaint(error.getField().replaceAll("\\.?complete$", ""), sentence(error));
    }

    private static Complaint complaint(ObjectError error) {
        return new Complaint("", sentence(error));
    }

    private static String sentence(ObjectError error) {
        var message = error.getDefaultMessage();
        return message == null ? "" : message;
    }

    private static String sentence(RuntimeException refused) {
        var message = refused.getMessage();
        return message == null ? "" : message;
    }

    private static ProblemDetail invalid(List<Complaint> complaints) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some of this needs another look.");
        problem.setProperty("errors", complaints);
        return problem;
    }

    static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:natter:problem:" + slug));
        return problem;
    }
}
