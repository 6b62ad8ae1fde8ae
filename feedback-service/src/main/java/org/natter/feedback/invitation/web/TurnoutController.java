package org.natter.feedback.invitation.web;

import io.swagger.v3.oas.annotations.Operation;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.feedback.invitation.CountingTurnout;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Turnout;
import org.natter.feedback.invitation.UnknownEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How asking goes, in numbers, for the organisers of the event's region. */
@RestController
class TurnoutController {

    private final CountingTurnout turnouts;

    TurnoutController(CountingTurnout turnouts) {
        this.turnouts = turnouts;
    }

    /** How many were asked, how many answered, and the last minute in which answers can be written. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "How many were asked and have answered, and until when answers are taken")
    @GetMapping("/events/{event}/turnout")
    Turnout turnout(@PathVariable EventId event, Caller caller) {
        return turnouts.of(event, region -> caller.runs(region.value()));
    }
}
