package org.natter.feedback.invitation.web;

import java.util.Optional;
import org.natter.feedback.invitation.CountingTurnout;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.HexId;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.invitation.Turnout;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TurnoutController {

    private final CountingTurnout turnouts;

    TurnoutController(CountingTurnout turnouts) {
        this.turnouts = turnouts;
    }

    @GetMapping("/events/{event}/turnout")
    Turnout turnout(@PathVariable String event, @AuthenticationPrincipal Jwt caller) {
        return Optional.of(event)
                .filter(HexId::matches)
                .filter(any -> isOwner(caller) || regionOf(caller).isPresent())
                .flatMap(id -> turnouts.of(new EventId(id), isOwner(caller) ? Optional.empty() : regionOf(caller)))
                .orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    }

    private static boolean isOwner(Jwt caller) {
        return "OWNER".equals(caller.getClaimAsString("role"));
    }

    private static Optional<RegionId> regionOf(Jwt caller) {
        return Optional.ofNullable(caller.getClaimAsString("region"))
                .filter(HexId::matches)
                .map(RegionId::new);
    }
}
