package org.natter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.HttpCalls.As;
import org.natter.access.kit.MovableClock;
import org.natter.access.kit.RestSamplesContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The golden exchanges of event-service, made by the running application. */
@WholeService
@TestPropertySource(properties = "spring.application.name=samples")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventSamplesTest extends RestSamplesContract {

    private static final String UNKNOWN = "f".repeat(32);

    private final Calls calls;
    private final MovableClock clock;
    private String region;

    @Autowired
    EventSamplesTest(Calls calls, MovableClock clock) {
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    protected HttpCalls calls() {
        return calls;
    }

    @BeforeEach
    void aRegion() {
        region = calls.aRegion();
    }

    @Test
    @Order(1) // while there is no other region
    void regions() {
        calls.as("PUBLIC").sample("one").get("/regions");
        var key = UUID.randomUUID().toString();
        var fenland = Map.of("name", "Fenland and Cam", "zone", "Europe/London");

        calls.owner().with("Idempotency-Key", key).sample("a-region").post("/regions", fenland);
        calls.owner()
                .with("Idempotency-Key", key)
                .sample("key-reused")
                .post("/regions", Map.of("name", "Marsh", "zone", "Europe/London"));
        calls.owner().sample("unfit").post("/regions", Map.of("name", " ", "zone", "+01:00"));
        calls.owner().sample("unfit").put("/regions/" + region, Map.of("name", " ", "zone", "+01:00"));
        calls.owner().sample("unknown-region").put("/regions/" + UNKNOWN, fenland);
        calls.owner().sample("renamed").put("/regions/" + region, fenland);
        calls.as("PUBLIC").sample("a-region").get("/regions/" + region);
        calls.as("PUBLIC").sample("unknown-region").get("/regions/" + UNKNOWN);
    }

    @Test
    void planning() {
        var key = UUID.randomUUID().toString();
        var wish = wish();

        var event = organiser()
                .with("Idempotency-Key", key)
                .sample("a-draft")
                .post("/events", wish)
                .at("event");
        organiser().with("Idempotency-Key", key).sample("key-reused").post("/events", changed());
        organiser().sample("unfit").post("/events", Map.of("region", region, "places", -1));
        organiser().sample("unknown-field").post("/events", Map.of("region", region, "status", "PUBLISHED"));
        calls.owner()
                .sample("unknown-region")
                .post("/events", Calls.aPubEvening(UNKNOWN, "2026-10-15T18:30", "2026-10-15T21:00"));
        var twice = Calls.aPubEvening(region, "2026-10-25T01:30", "2026-10-25T04:00");
        organiser().sample("comes-twice").post("/events", twice);
        twice.put("whenAmbiguous", "LATER");
        organiser().sample("the-later-one").post("/events", twice);
        organiser().sample("a-draft").get("/events/" + event);
        organiser().sample("unknown-event").get("/events/" + UNKNOWN);
        organiser().sample("a-draft").put("/events/" + event, changed());
        organiser().sample("changed-meanwhile").put("/events/" + event + "?version=1", wish());
        organiser().sample("as-read").put("/events/" + event + "?version=2", changed());
        organiser().sample("quietly").put("/events/" + event + "?version=2&quietly=true", changed());
        organiser().sample("unknown-event").put("/events/" + UNKNOWN, changed());
        organiser().sample("changed-meanwhile").post("/events/" + event + "/trials?version=1", wish());
        organiser().sample("unknown-event").post("/events/" + UNKNOWN + "/trials", changed());
        organiser().sample("changed-meanwhile").delete("/events/" + event + "?version=1");
        organiser().sample("a-draft").delete("/events/" + event + "?version=2");
        organiser().sample("unknown-event").delete("/events/" + event + "?version=2");
    }

    @Test
    void publishingAndCallingOff() {
        var draft = calls.aDraft(region);
        organiser().sample("not-published").post("/events/" + draft + "/cancel", reason());
        organiser().sample("changed-meanwhile").post("/events/" + draft + "/publish?version=7", null);
        organiser().sample("published").post("/events/" + draft + "/publish?version=1", null);
        organiser().sample("unknown-event").post("/events/" + UNKNOWN + "/publish", null);
        organiser().sample("published").delete("/events/" + draft + "?version=2");
        organiser().sample("coming").get("/events?region=" + region + "&list=COMING&title=&page=0");
        organiser().sample("unknown-region").get("/events?region=" + UNKNOWN + "&list=COMING&title=&page=0");
        organiser().sample("unfit").get("/events?list=SOON");
        organiser().sample("would-do").post("/events/" + draft + "/trials?version=2", changed());
        organiser().sample("unfit").post("/events/" + draft + "/trials?version=2", endsBeforeItStartsAndHasNoName());
        calls.as("PUBLIC").sample("of-a-region").get("/programme?region=" + region);
        calls.as("PUBLIC").sample("published").get("/programme/" + draft);
        calls.as("PUBLIC").sample("unknown-event").get("/programme/" + UNKNOWN);
        calls.as("PUBLIC").sample("published").get("/programme/" + draft + "/calendar");
        calls.as("PUBLIC").sample("unknown-event").get("/programme/" + UNKNOWN + "/calendar");
        organiser().sample("nobody-yet").get("/overview?region=" + region);
        organiser().sample("unknown-region").get("/overview?region=" + UNKNOWN);
        organiser().sample("nobody-yet").get("/overview/" + draft);
        organiser().sample("unknown-event").get("/overview/" + UNKNOWN);
        organiser().sample("no-reason").post("/events/" + draft + "/cancel", Map.of("reason", ""));
        organiser().sample("changed-meanwhile").post("/events/" + draft + "/cancel?version=1", reason());
        organiser().sample("called-off").post("/events/" + draft + "/cancel?version=2", reason());
        organiser().sample("other-words").post("/events/" + draft + "/cancel", Map.of("reason", "Snow."));
        organiser().sample("unknown-event").post("/events/" + UNKNOWN + "/cancel", reason());
        organiser().sample("called-off").put("/events/" + draft, changed());
        organiser().sample("called-off").post("/events/" + draft + "/trials", changed());
        organiser().sample("called-off").post("/events/" + draft + "/publish", null);
        calls.as("PUBLIC").sample("called-off").get("/programme/" + draft);
    }

    /** The link by which it is joined is in none that everybody may read. */
    @Test
    void anOnlineEvent() {
        var wish = wish();
        wish.put("venue", Map.of("name", "Online", "address", "https://meet.example/weeding", "findUs", "Say hello"));
        var event = organiser().post("/events", wish).at("event");
        organiser().post("/events/" + event + "/publish", null);
        organiser().sample("online").get("/events/" + event);
        calls.as("PUBLIC").sample("online").get("/programme/" + event);
        calls.as("PUBLIC").sample("online").get("/programme/" + event + "/calendar");
    }

    @Test
    void onceItHasBegun() {
        var today = clock.instant().toString().substring(0, 10);
        var event = organiser()
                .post("/events", Calls.aPubEvening(region, today + "T18:30", today + "T21:00"))
                .at("event");
        organiser().post("/events/" + event + "/publish", null);
        clock.move(Duration.between(clock.instant(), Instant.parse(today + "T19:30:00Z")));

        var moved = organiser().sample("begun").put("/events/" + event, changed());
        assertThat(moved.status()).isEqualTo(422);
        organiser().sample("begun").post("/events/" + event + "/trials", changed());
    }

    @Test
    void afterTheEvening() {
        var today = clock.instant().toString().substring(0, 10);
        var event = organiser()
                .post("/events", Calls.aPubEvening(region, today + "T18:30", today + "T21:00"))
                .at("event");
        organiser().post("/events/" + event + "/publish", null);
        clock.move(Duration.ofHours(24));
        await("the event is concluded")
                .untilAsserted(
                        () -> assertThat(organiser().get("/events/" + event).at("status"))
                                .isEqualTo("CONCLUDED"));

        organiser().sample("over").put("/events/" + event, changed());
        organiser().sample("over").post("/events/" + event + "/trials", changed());
        organiser().sample("over-already").post("/events/" + event + "/publish", null);
        organiser().sample("called-off-afterwards").post("/events/" + event + "/cancel", reason());
    }

    private As organiser() {
        return calls.organiserOf(region);
    }

    private Map<String, Object> wish() {
        return Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");
    }

    private Map<String, Object> changed() {
        return Calls.aPubEvening(region, "2026-10-16T18:30", "2026-10-16T21:00");
    }

    private Map<String, Object> endsBeforeItStartsAndHasNoName() {
        var wish = Calls.aPubEvening(region, "2026-10-16T21:00", "2026-10-16T18:30");
        wish.put("title", "");
        return wish;
    }

    private static Map<String, Object> reason() {
        return Map.of("reason", "The boiler has failed.");
    }
}
