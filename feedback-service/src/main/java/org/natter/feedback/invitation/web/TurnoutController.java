package org.natter.feedback.invitation.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How asking goes, in numbers, for the organisers of the event's region. */
@RestController
class TurnoutController {

    private static final int MOST = 50;

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

    /** Whether whoever was booked and is not on the door's list did not come. */
    record ListResponse(EventId event, boolean complete) {}

    /**
     * In no order. A list is complete where more than a fifth were checked in, or an organiser has said so.
     *
     * @param event of which events, fifty at most; one that is not the caller's is left out
     */
    @Operation(summary = "Of each of several events whether its check-in list is complete")
    @GetMapping("/lists")
    List<ListResponse> lists(@RequestParam List<EventId> event, Caller caller) {
        var wrong = new Shortcomings("lists");
        if (event.size() > MOST) {
            wrong.refuse("event", Shortcomings.TOO_MANY, MOST);
        }
        wrong.done();
        return lists.complete(event, region -> caller.runs(region.value())).entrySet().stream()
                .map(list -> new ListResponse(list.getKey(), list.getValue()))
                .toList();
    }

    /** Where few are checked in: it was complete, or everybody is to be asked. The first reply stays, and a late one is none. */
    @Refuses(UnknownEvent.class)
    @Operation(summary = "Say whether everybody who came was checked in")
    @PostMapping("/events/{event}/list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable EventId event, Caller caller, @RequestBody ListRequest request) {
        var wrong = new Shortcomings("list");
        var complete = wrong.needed("complete", request.complete());
        wrong.done();
        lists.reply(event, complete.get(), region -> caller.runs(region.value()), clock.instant());
    }
}
