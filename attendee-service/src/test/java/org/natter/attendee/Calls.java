package org.natter.attendee;

import java.time.Clock;
import java.util.Map;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.Tokens;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Calls the running service over HTTP as web would, in any role. */
@TestComponent
public final class Calls extends HttpCalls {

    Calls(Environment environment, Tokens tokens, Clock clock) {
        super(environment, tokens, clock);
    }

    public As owner() {
        return as("OWNER");
    }

    public As organiserOf(String region) {
        return as("ORGANISER", Map.of("region", region));
    }

    public As doorHelperAt(EventId event) {
        return as("DOOR", Map.of("event", event.value()));
    }

    public As answering(AttendanceId attendance, EventId event) {
        return as("ANSWER", Map.of("sub", attendance.value(), "event", event.value(), "gen", 1));
    }

    public As attendee(String person) {
        return as("ATTENDEE", Map.of("sub", person));
    }

    public As visitor() {
        return as("PUBLIC");
    }
}
