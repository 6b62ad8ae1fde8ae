package org.natter.event;

import java.util.Map;
import java.util.Set;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.OpenApiContract;
import org.springframework.beans.factory.annotation.Autowired;

/** event-service does what its description says. */
@WholeService
class EventApiTest extends OpenApiContract {

    private final Calls calls;

    @Autowired
    EventApiTest(Calls calls) {
        this.calls = calls;
    }

    @Override
    protected HttpCalls calls() {
        return calls;
    }

    @Override
    protected Map<String, String> existing() {
        var region = calls.aRegion();
        return Map.of("region", region, "event", calls.aDraft(region));
    }

    @Override
    protected Set<String> beyondForm() {
        return Set.of(
                "FIXED",
                "HAS_BEGUN",
                "IN_THE_PAST",
                "DOES_NOT_EXIST",
                "START_COMES_TWICE",
                "END_COMES_TWICE",
                "NOT_AFTER_START");
    }
}
