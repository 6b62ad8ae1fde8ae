package org.natter.attendee.mail.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.attendee.mail.StrayLinks;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.UnknownAttendance;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whoever holds a feedback link that was sent to somebody else. */
@RestController
class StrayLinkController {

    private final StrayLinks strays;
    private final Answerers answerers;
    private final Clock clock;

    StrayLinkController(StrayLinks strays, Answerers answerers, Clock clock) {
        this.answerers = answerers;
        this.strays = strays;
        this.clock = clock;
    }

    /** Twice is once. */
    @Operation(summary = "Say that one's link is somebody else's; its owner is told so by mail, once")
    @PostMapping("/attendances/{attendance}/not-mine")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(UnknownAttendance.class)
    void notMine(@PathVariable AttendanceId attendance, Caller caller) {
        answerers
                .of(caller.subject(), caller.event(), caller.generation())
                .filter(attendance::equals)
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
        strays.reachedSomebodyElse(attendance, Math.max(1, caller.generation()), clock.instant());
    }
}
