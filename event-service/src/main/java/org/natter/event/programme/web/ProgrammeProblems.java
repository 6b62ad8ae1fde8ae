package org.natter.event.programme.web;

import org.natter.access.Problem;
import org.natter.access.Problem.Shortcoming;
import org.natter.event.programme.EventAlreadyPlanned;
import org.natter.event.programme.EventRefusal;
import org.natter.event.programme.Flaw;
import org.natter.event.programme.UnfitEvent;
import org.natter.event.programme.UnknownEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals about events, in words for the person who reads them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProgrammeProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownEvent unknown) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-event", "We don't know this event");
    }

    @ExceptionHandler
    ProblemDetail alreadyPlanned(EventAlreadyPlanned before) {
        return Problem.keyReused();
    }

    @ExceptionHandler
    ProblemDetail refused(EventRefusal refusal) {
        return switch (refusal.reason()) {
            case NOT_PUBLISHED ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "event-not-published",
                        "Nobody has seen this draft yet, so there's nothing to call off");
            case CANCELLED ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "event-cancelled",
                        "This event was called off, so it can't be changed any more");
            case OVER ->
                Problem.of(HttpStatus.CONFLICT, "event-over", "This one's been, so it can't be changed any more");
        };
    }

    @ExceptionHandler
    ProblemDetail unfit(UnfitEvent unfit) {
        return Problem.validation(
                unfit.flaws().stream().map(ProgrammeProblems::sentence).toList());
    }

    private static Shortcoming sentence(Flaw flaw) {
        return new Shortcoming(field(flaw), flaw.name(), words(flaw));
    }

    private static String field(Flaw flaw) {
        return switch (flaw) {
            case REGION_UNKNOWN, REGION_FIXED -> "region";
            case KIND_MISSING -> "kind";
            case TITLE_MISSING, TITLE_TOO_LONG -> "title";
            case DESCRIPTION_TOO_LONG -> "description";
            case START_MISSING, START_IN_THE_PAST, START_DOES_NOT_EXIST -> "startsAt";
            case END_MISSING, END_IN_THE_PAST, END_NOT_AFTER_START, END_DOES_NOT_EXIST -> "endsAt";
            case START_COMES_TWICE, END_COMES_TWICE, CHOICE_UNKNOWN -> "whenAmbiguous";
            case ZONE_UNKNOWN -> "zone";
            case VENUE_MISSING, VENUE_NAME_TOO_LONG -> "venue.name";
            case VENUE_ADDRESS_TOO_LONG -> "venue.address";
            case STEP_FREE_UNKNOWN -> "venue.stepFree";
            case TOILETS_UNKNOWN -> "venue.toilets";
            case HEARING_LOOP_UNKNOWN -> "venue.hearingLoop";
            case QUIET_CORNER_UNKNOWN -> "venue.quietCorner";
            case ALCOHOL_FREE_UNKNOWN -> "venue.alcoholFree";
            case NEAREST_STOP_TOO_LONG -> "venue.nearestStop";
            case FIND_US_TOO_LONG -> "venue.findUs";
            case PLACES_MISSING, PLACES_OUT_OF_RANGE -> "places";
            case REASON_MISSING, REASON_TOO_LONG -> "reason";
        };
    }

    private static String words(Flaw flaw) {
        return switch (flaw) {
            case REGION_UNKNOWN -> "Choose the region it belongs to";
            case REGION_FIXED -> "An event stays in its region. Plan a new one instead";
            case KIND_MISSING -> "Choose what kind of event it is";
            case TITLE_MISSING -> "Enter a name for your event";
            case TITLE_TOO_LONG -> "Use 120 characters or fewer for the name";
            case DESCRIPTION_TOO_LONG -> "Use 2,000 characters or fewer";
            case START_MISSING -> "Enter the date and time it starts, like 15 October 2026, 6:30pm";
            case START_IN_THE_PAST -> "Choose a date in the future";
            case START_DOES_NOT_EXIST, END_DOES_NOT_EXIST ->
                "The clocks go forward that night and skip this time. Choose another";
            case START_COMES_TWICE, END_COMES_TWICE ->
                "The clocks go back that night, so this time comes twice. Say whether you mean the first or the second";
            case CHOICE_UNKNOWN -> "Choose the first or the second";
            case END_MISSING -> "Enter the date and time it ends";
            case END_IN_THE_PAST -> "Choose an end in the future";
            case END_NOT_AFTER_START -> "Choose an end after the start";
            case ZONE_UNKNOWN -> "Choose a time zone, like Europe/London";
            case VENUE_MISSING -> "Tell people where it is";
            case VENUE_NAME_TOO_LONG -> "Use 120 characters or fewer for the place";
            case VENUE_ADDRESS_TOO_LONG -> "Use 300 characters or fewer for the address";
            case STEP_FREE_UNKNOWN, TOILETS_UNKNOWN, HEARING_LOOP_UNKNOWN, QUIET_CORNER_UNKNOWN, ALCOHOL_FREE_UNKNOWN ->
                "Choose yes, no or not known";
            case NEAREST_STOP_TOO_LONG -> "Use 200 characters or fewer";
            case FIND_US_TOO_LONG -> "Use 500 characters or fewer";
            case PLACES_MISSING, PLACES_OUT_OF_RANGE -> "Tell us a number of places between 1 and 10,000";
            case REASON_MISSING -> "Say why, in words that people will read";
            case REASON_TOO_LONG -> "Use 500 characters or fewer for the reason";
        };
    }
}
