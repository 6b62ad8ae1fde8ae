package org.natter.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.event.overview.Said;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/** The golden exchanges of an evening that leaves no field out: on the night the clocks go back, with guests. */
@WholeService
class FullEventSamplesTest {

    private final Calls calls;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private String region = "";

    @Autowired
    FullEventSamplesTest(Calls calls, Map<String, Consumer<Message<byte[]>>> functions) {
        this.calls = calls;
        this.functions = functions;
    }

    @BeforeEach
    void aRegion() {
        region = calls.aRegion();
    }

    @Test
    void anEveningWithEveryFieldIsPlannedChangedPublishedAndCalledOff() {
        var event = plan("every-field");
        var address = "/events/" + event;
        var larger = theNight();
        larger.put("places", 32);
        var reason = Map.of("reason", "The cellar is flooded. We'll find another night.");

        assertThat(organiser().sample("every-field").get(address).at("whenAmbiguous"))
                .isEqualTo("LATER");
        organiser().sample("every-field").post(address + "/trials?version=1", larger);
        assertThat(organiser().sample("every-field").put(address, larger).at("places"))
                .isEqualTo("32");
        assertThat(organiser()
                        .sample("every-field")
                        .post(address + "/publish", "")
                        .at("status"))
                .isEqualTo("PUBLISHED");
        assertThat(organiser()
                        .sample("every-field")
                        .post(address + "/cancel", reason)
                        .at("reason"))
                .isEqualTo(reason.get("reason"));
        assertThat(organiser().sample("called-off").get(address).at("status")).isEqualTo("CANCELLED");
        assertThat(organiser()
                        .sample("called-off")
                        .get("/events?region=" + region + "&list=COMING&title=&page=0")
                        .at("coming"))
                .isEqualTo("1");
        assertThat(calls.as("PUBLIC")
                        .sample("called-off")
                        .get("/programme?region=" + region)
                        .json())
                .hasSize(1);
        assertThat(calls.as("PUBLIC")
                        .sample("every-field")
                        .get("/programme/" + event)
                        .at("reason"))
                .isEqualTo(reason.get("reason"));
        assertThat(calls.as("PUBLIC")
                        .sample("called-off")
                        .get("/programme/" + event + "/calendar")
                        .text())
                .contains("STATUS:CANCELLED");
    }

    @Test
    void organisersReadTheFigures() {
        var event = calls.aPublishedEvent(region);
        var said = new Said(event);
        guest(said, 1, 1, "attendance.booked.v1");
        guest(said, 2, 2, "attendance.booked.v1");
        functions
                .get("overviewAttendees")
                .accept(said.walkIn(Said.attendance(3), 3).message());
        guest(said, 4, 4, "attendance.waitlisted.v1");
        guest(said, 5, 5, "attendance.offered.v1");
        guest(said, 1, 1, "attendance.checked-in.v1");
        guest(said, 3, 1, "attendance.checked-in.v1");

        var figures = organiser().sample("with-guests").get("/overview/" + event);

        assertThat(figures.at("booked")).isEqualTo("2");
        assertThat(figures.at("here")).isEqualTo("2");
        assertThat(figures.at("walkIns")).isEqualTo("1");
        assertThat(figures.json().has("asOf")).isTrue();
        assertThat(organiser()
                        .sample("with-guests")
                        .get("/events?region=" + region + "&list=COMING&title=&page=0")
                        .json()
                        .path("events")
                        .get(0))
                .isEqualTo(figures.json());
        assertThat(organiser()
                        .sample("with-guests")
                        .get("/overview?region=" + region)
                        .json()
                        .get(0))
                .isEqualTo(figures.json());
    }

    private String plan(String sample) {
        return organiser()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .sample(sample)
                .post("/events", theNight())
                .at("event");
    }

    private Map<String, Object> theNight() {
        var wish = new HashMap<>(Calls.aPubEvening(region, "2026-10-25T01:30", "2026-10-25T04:00"));
        wish.put("title", "The hour that comes twice");
        wish.put("kind", "TALK");
        wish.put("whenAmbiguous", "LATER");
        var venue = new HashMap<String, Object>();
        venue.put("name", "The Moorhen");
        venue.put("address", "1 Quay Side, Fenby");
        venue.put("stepFree", "YES");
        venue.put("toilets", "YES");
        venue.put("hearingLoop", "NO");
        venue.put("quietCorner", "YES");
        venue.put("alcoholFree", "NOT_KNOWN");
        venue.put("nearestStop", "Fenby Quay, bus 9");
        venue.put("findUs", "By the window, with a red lamp");
        wish.put("venue", venue);
        return wish;
    }

    private void guest(Said said, int attendance, long version, String type) {
        functions
                .get("overviewAttendees")
                .accept(said.about(Said.attendance(attendance), type, version).message());
    }

    private Calls.As organiser() {
        return calls.organiserOf(region);
    }
}
