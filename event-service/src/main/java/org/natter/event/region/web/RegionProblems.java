package org.natter.event.region.web;

import org.natter.access.Problem;
import org.natter.access.Problem.Shortcoming;
import org.natter.event.region.RegionAlreadyAdded;
import org.natter.event.region.RegionFlaw;
import org.natter.event.region.UnfitRegion;
import org.natter.event.region.UnknownRegion;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals about regions, in words for the person who reads them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegionProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownRegion unknown) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-region", "We don't know this region");
    }

    @ExceptionHandler
    ProblemDetail alreadyAdded(RegionAlreadyAdded before) {
        return Problem.keyReused();
    }

    @ExceptionHandler
    ProblemDetail unfit(UnfitRegion unfit) {
        return Problem.validation(
                unfit.flaws().stream().map(RegionProblems::sentence).toList());
    }

    static Shortcoming sentence(RegionFlaw flaw) {
        return switch (flaw) {
            case NAME_MISSING -> new Shortcoming("name", flaw.name(), "Enter a name for the region");
            case NAME_TOO_LONG -> new Shortcoming("name", flaw.name(), "Use 80 characters or fewer");
            case ZONE_UNKNOWN -> new Shortcoming("zone", flaw.name(), "Choose a time zone, like Europe/London");
        };
    }
}
