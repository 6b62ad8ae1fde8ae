package org.natter.feedback.invitation.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.feedback.invitation.CheckingLists;
import org.natter.feedback.invitation.CountingTurnout;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Turnout;
import org.natter.feedback.invitation.UnknownEvent;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How asking goes, in numbers, for the organisers of the event's region. */
@RestController
class TurnoutController {

    private final CountingTurnout turnouts;
    private final CheckingLists lists;
    private final Clock clock;

    TurnoutController(CountingTurnout turnouts, CheckingLists lists, Clock clock) {
        this.turnouts = turnouts;
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether everybody who came is on the door's list. */
    record ListRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Boolean complete) {}

    /** How many were asked, how many answered, and the last minute in which answers can be written. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "How many were asked and have answered, and until when answers are taken")
    @GetMapping("/events/{event}/turnout")
    Turnout turnout(@PathVariable EventId event, Caller caller) {
        return turnouts.of(event, region -> caller.runs(region.value()), clock.instant());
    }

    /** Where few are checked in: it was complete, or everybody is to be asked. The first reply stays. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "Say whether everybody who came was checked in")
    @PostMapping("/events/{event}/list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable EventId event, Caller caller, @RequestBody ListRequest request) {
        var wrong = new Shortcomings("list");
        var complete = wrong.needed("complete", request.complete());
        wrong.done();
        lists.reply(event, complete.get(), region -> caller.runs(region.value()));
    }
}
