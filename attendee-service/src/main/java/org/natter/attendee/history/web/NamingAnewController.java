package org.natter.attendee.history.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.natter.access.Caller;
import org.natter.access.Refuses;
import org.natter.access.Shortcomings;
import org.natter.attendee.history.NamingAnew;
import org.natter.attendee.person.Answerers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.UnknownAttendance;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom somebody who answers ticks anew. Nothing is told about anybody's history. */
@RestController
class NamingAnewController {

    private static final int MOST = 500;

    private final NamingAnew naming;
    private final Answerers answerers;

    NamingAnewController(NamingAnew naming, Answerers answerers) {
        this.naming = naming;
        this.answerers = answerers;
    }

    /** @param people who is ticked now and was not before; absent for nobody */
    record Named(@ArraySchema(maxItems = MOST) @Nullable List<AttendanceId> people) {}

    @Operation(summary = "Say whom one ticks anew: whoever was removed from one's history is back in it")
    @Refuses(UnknownAttendance.class)
    @PostMapping("/attendances/{attendance}/named")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void name(@PathVariable AttendanceId attendance, @RequestBody Named named, Caller caller) {
        var writer = answerers
                .of(caller.subject(), caller.event(), caller.generation())
                .filter(attendance::equals)
                .orElseThrow(() -> UnknownAttendance.withId(attendance));
        var all = named.people() == null ? List.<AttendanceId>of() : named.people();
        var wrong = new Shortcomings("named");
        if (all.size() > MOST) {
            wrong.refuse("people", Shortcomings.TOO_MANY, MOST);
        }
        if (all.stream().anyMatch(Objects::isNull)) {
            wrong.refuse("people", Shortcomings.MISSING);
        }
        wrong.done();
        naming.name(writer, all);
    }
}
