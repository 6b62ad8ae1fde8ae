package org.natter.attendee;

import org.natter.access.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What all features' forms have in common: a request that somebody has to put right. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AttendeeServiceProblems {

    @ExceptionHandler
    ProblemDetail unfit(UnfitRequest unfit) {
        return Problem.validation(unfit.shortcomings());
    }
}
