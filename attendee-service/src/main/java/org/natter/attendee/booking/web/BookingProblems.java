package org.natter.attendee.booking.web;

import org.natter.access.Problem;
import org.natter.attendee.booking.BookingClosed;
import org.natter.attendee.booking.UnknownEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of booking, by names that never change. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BookingProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownEvent unknown) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-event", "We don't know this event");
    }

    @ExceptionHandler
    ProblemDetail closed(BookingClosed closed) {
        return Problem.of(HttpStatus.CONFLICT, "booking-closed", "Nobody can book this event any more");
    }
}
