package org.natter.feedback.outcome.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.feedback.answer.EventCalledOff;
import org.natter.feedback.answer.FormClosed;
import org.natter.feedback.answer.PersonalLinks;
import org.natter.feedback.answer.UnfitForm;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.outcome.IdReused;
import org.natter.feedback.outcome.OutcomeId;
import org.natter.feedback.outcome.ReportingOutcomes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "Did anything come of it?" Something did, or not yet; either answers the follow-up. */
@RestController
class OutcomeController {

    private final ReportingOutcomes outcomes;
    private final PersonalLinks links;
    private final Clock clock;

    OutcomeController(ReportingOutcomes outcomes, PersonalLinks links, Clock clock) {
        this.outcomes = outcomes;
        this.links = links;
        this.clock = clock;
    }

    /** A follow-up link's token, as it came. */
    record NotYetRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "NotYetRequest[*]";
        }
    }

    /** Keeps what came of it, once for its id, while the form or a follow-up is open. */
    @Refuses({UnknownLink.class, EventCalledOff.class, FormClosed.class, UnfitForm.class, IdReused.class})
    @Operation(summary = "Say what came of a meeting, or of something overheard")
    @PostMapping("/outcomes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(Caller caller, @RequestBody OutcomeRequest request) {
        var writer = AttendanceId.in(caller.subject()).orElseThrow(UnknownLink::new);
        outcomes.report(writer, caller.generation(), request.toReport(), clock.instant());
    }

    /** Takes it back; what reports and years have counted by then stays a number there. */
    @Refuses(UnknownLink.class)
    @Operation(summary = "Take back what came of it")
    @DeleteMapping("/outcomes/{outcome}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable OutcomeId outcome) {
        var writer = AttendanceId.in(caller.subject()).orElseThrow(UnknownLink::new);
        outcomes.withdraw(writer, caller.generation(), outcome, clock.instant());
    }

    /** Nothing yet, and that's fine; asks for no more than the link. */
    @Refuses(UnknownLink.class)
    @Operation(summary = "Say that nothing has come of it yet")
    @PostMapping("/follow-ups/not-yet")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notYet(@RequestBody NotYetRequest request) {
        outcomes.notYet(links.verified(Objects.requireNonNullElse(request.token(), "")), clock.instant());
    }
}
