package org.natter.attendee;

import java.util.Map;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.OpenApiContract;
import org.springframework.beans.factory.annotation.Autowired;

/** attendee-service does what its description says. */
@WholeService
class AttendeeApiTest extends OpenApiContract {

    private final Calls calls;
    private final Evening evening;

    @Autowired
    AttendeeApiTest(Calls calls, Evening evening) {
        this.calls = calls;
        this.evening = evening;
    }

    @Override
    protected HttpCalls calls() {
        return calls;
    }

    @Override
    protected Map<String, String> existing() {
        var event = evening.open(24);
        return Map.of(
                "event", event.value(),
                "region", Evening.FENLAND.value(),
                "attendance", evening.book(event, "Wren Hadley").value());
    }
}
