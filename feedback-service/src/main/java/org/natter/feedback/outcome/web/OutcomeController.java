package org.natter.feedback.outcome.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.natter.feedback.answer.PersonalLinks;
import org.natter.feedback.answer.UnknownLink;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.HexId;
import org.natter.feedback.outcome.ReportingOutcomes;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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

    record NotYetRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "NotYetRequest[*]";
        }
    }

    @PostMapping("/outcomes")
    @ResponseStatus(HttpStatus.CREATED)
    OutcomeResponse report(@AuthenticationPrincipal Jwt token, @Valid @RequestBody OutcomeRequest request) {
        if (!(token.getClaim("gen") instanceof Number generation)
                || token.getSubject() == null
                || !HexId.matches(token.getSubject())) {
            throw new UnknownLink();
        }
        return OutcomeResponse.of(outcomes.report(
                new AttendanceId(token.getSubject()), generation.intValue(), request.toReport(), clock.instant()));
    }

    @PostMapping("/follow-ups/not-yet")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notYet(@RequestBody NotYetRequest request) {
        var token = request.token() == null ? "" : request.token();
        outcomes.notYet(links.verified(token).orElseThrow(UnknownLink::new), clock.instant());
    }
}
