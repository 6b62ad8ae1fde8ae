package org.natter.attendee.checkin.web;

import org.natter.access.Problem;
import org.natter.attendee.checkin.RoomIsFull;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of the door, by names that never change. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CheckInProblems {

    @ExceptionHandler
    ProblemDetail full(RoomIsFull full) {
        return Problem.of(
                HttpStatus.CONFLICT,
                "over-limit",
                "That's over the number the room may hold. Press again to let them in");
    }
}
