package org.natter.event;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.Tokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Calls the running service over HTTP as web would, in any role, and makes what most tests begin with. */
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

    /** A new region in Europe/London; its id. */
    public String aRegion() {
        return owner().post("/regions", Map.of("name", "Fenland and Cam", "zone", "Europe/London"))
                .at("region");
    }

    /** A request for a pub evening, complete enough to be published. */
    public static Map<String, Object> aPubEvening(String region, String startsAt, String endsAt) {
        var wish = new HashMap<String, Object>();
        wish.put("region", region);
        wish.put("kind", "SOCIAL");
        wish.put("title", "Riverside pub evening");
        wish.put("description", "A relaxed evening; come alone, most people do.");
        wish.put("startsAt", startsAt);
        wish.put("endsAt", endsAt);
        wish.put("zone", "Europe/London");
        wish.put("venue", Map.of("name", "The Moorhen", "stepFree", "YES", "findUs", "By the window"));
        wish.put("places", 24);
        return wish;
    }

    /** A draft of a pub evening in the coming October; its id. */
    public String aDraft(String region) {
        return owner().with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/events", aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00"))
                .at("event");
    }

    /** The same, published. */
    public String aPublishedEvent(String region) {
        var event = aDraft(region);
        owner().post("/events/" + event + "/publish", "");
        return event;
    }
}
