package org.natter.attendee.history.web;

import org.natter.access.Problem;
import org.natter.attendee.Caller;
import org.natter.attendee.history.ReadingHistory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own networking history. There is no route to anybody else's, for whatever role. */
@RestController
class HistoryController {

    private final ReadingHistory histories;

    HistoryController(ReadingHistory histories) {
        this.histories = histories;
    }

    @GetMapping("/me/history")
    ResponseEntity<HistoryView> history(@AuthenticationPrincipal Jwt token) {
        return histories
                .of(Caller.of(token).person())
                .map(history ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(HistoryView.of(history)))
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.NOT_FOUND,
                        Problem.of(HttpStatus.NOT_FOUND, "unknown-person", "We don't know this person any more"),
                        null));
    }
}
