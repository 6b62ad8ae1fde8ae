package org.natter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.HttpCalls;
import org.natter.access.kit.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What organisers and the public do with events, over HTTP. */
@WholeService
class EventRestTest {

    private final Calls calls;
    private final MovableClock clock;
    private String region;

    @Autowired
    EventRestTest(Calls calls, MovableClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @BeforeEach
    void aRegion() {
        region = calls.aRegion();
    }

    @Test
    void howAnOnlineEventIsJoinedIsOnNoPublicRoute() {
        for (var venue : List.of("Online", "Teams")) {
            var wish = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");
            wish.put("venue", Map.of("name", venue, "address", "https://meet.example/weeding"));
            var draft = calls.organiserOf(region).post("/events", wish).at("event");
            var published = calls.organiserOf(region).post("/events/" + draft + "/publish", "");

            assertThat(published.json().path("venue").path("address").asString())
                    .isEqualTo("https://meet.example/weeding");
            for (var route : List.of("/programme", "/programme/" + draft, "/programme/" + draft + "/calendar")) {
                var read = calls.as("PUBLIC").get(route);
                assertThat(read.status()).isEqualTo(200);
                assertThat(read.text()).as(route).contains(venue).doesNotContain("meet.example");
            }
        }
    }

    @Test
    void anEventGoesFromDraftToTheProgramme() {
        var draft = calls.organiserOf(region)
                .post("/events", Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00"));

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.at("status")).isEqualTo("DRAFT");
        assertThat(draft.at("startsAt")).isEqualTo("2026-10-15T18:30");
        assertThat(draft.at("startsAtInstant")).isEqualTo("2026-10-15T17:30:00Z");
        assertThat(draft.json().path("venue").path("stepFree").asString()).isEqualTo("YES");
        assertThat(draft.json().path("venue").path("toilets").asString()).isEqualTo("NOT_KNOWN");
        assertThat(calls.as("PUBLIC").get("/programme/" + draft.at("event")).status())
                .isEqualTo(404);
        assertThat(titlesAt("/programme?region=" + region)).isEmpty();

        var published = calls.organiserOf(region).post("/events/" + draft.at("event") + "/publish", "");

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.at("status")).isEqualTo("PUBLISHED");
        assertThat(titlesAt("/programme?region=" + region)).containsExactly("Riverside pub evening");
        assertThat(titlesAt("/programme")).contains("Riverside pub evening");
        assertThat(calls.as("PUBLIC").get("/programme/" + draft.at("event")).json())
                .isEqualTo(published.json());
    }

    @Test
    void theSameKeyTwiceIsOneEvent() {
        var wish = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");
        var key = UUID.randomUUID().toString();

        var first = calls.organiserOf(region).with("Idempotency-Key", key).post("/events", wish);
        var again = calls.organiserOf(region).with("Idempotency-Key", key).post("/events", wish);
        wish.put("title", "Winter Warmer");
        var other = calls.organiserOf(region).with("Idempotency-Key", key).post("/events", wish);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceInKindWords() {
        var answer = calls.organiserOf(region).post("/events", Map.of("region", region, "places", -1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.codes())
                .containsExactly(
                        "kind MISSING", "title MISSING", "startsAt MISSING", "endsAt MISSING", "places OUT_OF_RANGE");
        assertThat(answer.text()).contains("Enter a name for your event");
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        var wish = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");
        wish.put("status", "PUBLISHED");

        var answer = calls.organiserOf(region).post("/events", wish);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly("status UNKNOWN_FIELD");
    }

    @Test
    void whatIsNoJsonAndWhatIsNoNumberIsRefused() {
        var wish = new HashMap<String, Object>(Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00"));
        wish.put("places", Map.of("$ne", 0));

        assertThat(calls.organiserOf(region).post("/events", "{").status()).isEqualTo(400);
        assertThat(calls.organiserOf(region).post("/events", wish).codes()).containsExactly("places UNREADABLE");
    }

    @Test
    void aTimeThatDoesNotExistIsRefusedAndOneThatComesTwiceAsksWhich() { // E10
        var skipped = calls.organiserOf(region)
                .post("/events", Calls.aPubEvening(region, "2026-03-29T01:30", "2026-03-29T04:00"));
        var twice = Calls.aPubEvening(region, "2026-10-25T01:30", "2026-10-25T04:00");
        var unasked = calls.organiserOf(region).post("/events", twice);
        twice.put("whenAmbiguous", "LATER");
        var chosen = calls.organiserOf(region).post("/events", twice);

        assertThat(skipped.codes()).containsExactly("startsAt DOES_NOT_EXIST");
        assertThat(unasked.codes()).containsExactly("whenAmbiguous START_COMES_TWICE");
        assertThat(chosen.at("startsAtInstant")).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(chosen.at("startsAt")).isEqualTo("2026-10-25T01:30");
        assertThat(chosen.at("whenAmbiguous")).isEqualTo("LATER");
    }

    @Test
    void anEventWithoutAZoneTakesItsRegions() {
        var wish = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");
        wish.remove("zone");

        assertThat(calls.organiserOf(region).post("/events", wish).at("zone")).isEqualTo("Europe/London");
    }

    /** Saying no zone once moved an evening in Paris to the clocks of London, and mailed everybody. */
    @Test
    void anEventThatIsRevisedWithoutAZoneKeepsItsOwn() {
        var wish = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-16T21:00");
        wish.put("zone", "Europe/Paris");
        var event = calls.organiserOf(region).post("/events", wish).at("event");
        wish.remove("zone");

        var revised = calls.organiserOf(region).put("/events/" + event, wish);

        assertThat(revised.at("zone")).isEqualTo("Europe/Paris");
        assertThat(revised.at("endsAt")).isEqualTo("2026-10-16T21:00");
    }

    /** Whoever is shown what a change would mean is told first what keeps it from being made. */
    @Test
    void aChangeThatIsTriedIsRefusedAsItWouldBeAndNeverMade() {
        var event = calls.aPublishedEvent(region);
        var before = calls.organiserOf(region).get("/events/" + event).json();
        var trials = "/events/" + event + "/trials";

        var would = calls.organiserOf(region)
                .post(trials, Calls.aPubEvening(region, "2026-10-16T18:30", "2026-10-16T21:00"));
        var nowhere = Calls.aPubEvening(region, "2026-10-16T18:30", "2026-10-16T21:00");
        nowhere.put("venue", Map.of());
        nowhere.put("places", 0);

        assertThat(would.status()).isEqualTo(204);
        assertThat(calls.organiserOf(region).post(trials, nowhere).json().path("errors"))
                .isEqualTo(calls.organiserOf(region)
                        .put("/events/" + event, nowhere)
                        .json()
                        .path("errors"))
                .isNotEmpty();
        assertThat(calls.organiserOf(region).get("/events/" + event).json()).isEqualTo(before);
    }

    @Test
    void aPublishedEventMovesAndItsSequenceRises() {
        var event = calls.aPublishedEvent(region);

        var moved = calls.organiserOf(region)
                .put("/events/" + event, Calls.aPubEvening(region, "2026-10-16T18:30", "2026-10-16T21:00"));
        var same = calls.organiserOf(region)
                .put("/events/" + event, Calls.aPubEvening(region, "2026-10-16T18:30", "2026-10-16T21:00"));

        assertThat(moved.at("startsAt")).isEqualTo("2026-10-16T18:30");
        assertThat(moved.json().path("sequence").asInt()).isEqualTo(1);
        assertThat(same.json()).isEqualTo(moved.json());
    }

    @Test
    void whatSomebodyElseHasChangedIsNotOverwritten() {
        var event = calls.aPublishedEvent(region);
        var asRead =
                "?version=" + calls.organiserOf(region).get("/events/" + event).at("version");
        var moved = Calls.aPubEvening(region, "2026-10-16T19:30", "2026-10-16T21:00");
        var mended = Calls.aPubEvening(region, "2026-10-15T18:30", "2026-10-15T21:00");
        mended.put("description", "Bring a friend.");
        calls.organiserOf(region).put("/events/" + event + asRead, moved);

        var late = calls.organiserOf(region).put("/events/" + event + asRead, mended);
        var again = calls.organiserOf(region).put("/events/" + event + asRead, moved);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        assertThat(again.at("startsAt")).isEqualTo("2026-10-16T19:30");
        assertThat(again.at("description")).isEqualTo(moved.get("description"));
    }

    @Test
    void callingOffGivesAReasonAndIsFinal() {
        var event = calls.aPublishedEvent(region);
        var wish = Calls.aPubEvening(region, "2026-10-16T18:30", "2026-10-16T21:00");

        assertThat(calls.organiserOf(region)
                        .post("/events/" + event + "/cancel", Map.of("reason", ""))
                        .codes())
                .containsExactly("reason MISSING");
        var cancelled = calls.organiserOf(region).post("/events/" + event + "/cancel", Map.of("reason", "Flooded."));
        var again = calls.organiserOf(region).post("/events/" + event + "/cancel", Map.of("reason", "Snow."));

        assertThat(cancelled.at("status")).isEqualTo("CANCELLED");
        assertThat(again.problem()).isEqualTo("event-cancelled");
        assertThat(calls.as("PUBLIC").get("/programme/" + event).at("reason")).isEqualTo("Flooded.");
        assertThat(calls.organiserOf(region).put("/events/" + event, wish).problem())
                .isEqualTo("event-cancelled");
        assertThat(calls.organiserOf(region)
                        .post("/events/" + event + "/publish", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDraftIsNotCalledOff() {
        var answer = calls.organiserOf(region)
                .post("/events/" + calls.aDraft(region) + "/cancel", Map.of("reason", "Flooded."));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("event-not-published");
    }

    @Test
    void anEventConcludesByTheClockAndCannotBeChangedAfter() {
        var today = clock.instant().toString().substring(0, 10);
        var wish = Calls.aPubEvening(region, today + "T18:30", today + "T21:00");
        var event = calls.organiserOf(region).post("/events", wish).at("event");
        calls.organiserOf(region).post("/events/" + event + "/publish", "");

        clock.move(Duration.ofHours(24));

        await("the event is concluded")
                .untilAsserted(() -> assertThat(
                                calls.as("PUBLIC").get("/programme/" + event).at("status"))
                        .isEqualTo("CONCLUDED"));
        assertThat(calls.organiserOf(region).put("/events/" + event, wish).problem())
                .isEqualTo("event-over");
    }

    @Test
    void everyEventIsInOneOfThreeLists() {
        var draft = calls.aDraft(region);
        var published = calls.aPublishedEvent(region);
        var lists = "/events?region=" + region + "&list=";

        assertThat(idsAt(lists + "COMING")).containsExactly(published);
        assertThat(idsAt(lists + "DRAFTS")).containsExactly(draft);
        assertThat(idsAt(lists + "PAST")).isEmpty();
        var page = calls.organiserOf(region).get(lists + "PAST");
        assertThat(List.of(page.at("coming"), page.at("past"), page.at("drafts")))
                .containsExactly("1", "0", "1");
        assertThat(calls.organiserOf(region).get(lists + "GONE").codes()).containsExactly("list UNREADABLE");
        assertThat(calls.organiserOf(region).get("/events?list=PAST").codes()).containsExactly("region MISSING");
    }

    @Test
    void noEveningOfThePastIsOutOfReach() {
        var evenings = 52;
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (var evening = 1; evening <= evenings; evening++) {
            var wish =
                    Calls.aPubEvening(region, today.plusDays(evening) + "T18:30", today.plusDays(evening) + "T21:00");
            wish.put("title", "Evening " + evening + " by the River");
            var event = calls.owner()
                    .with("Idempotency-Key", UUID.randomUUID().toString())
                    .post("/events", wish)
                    .at("event");
            calls.owner().post("/events/" + event + "/publish", "");
        }
        clock.move(Duration.ofDays(evenings + 1));
        var past = "/events?region=" + region + "&list=PAST";

        var first = calls.organiserOf(region).get(past);
        var second = calls.organiserOf(region).get(past + "&page=1");
        var found = calls.organiserOf(region).get(past + "&title=evening%201%20BY");

        assertThat(List.of(first.at("past"), first.at("page"), first.at("pages")))
                .containsExactly("52", "0", "2");
        assertThat(titlesOf(first))
                .hasSize(50)
                .startsWith("Evening 52 by the River")
                .endsWith("Evening 3 by the River");
        assertThat(titlesOf(second)).containsExactly("Evening 2 by the River", "Evening 1 by the River");
        assertThat(titlesOf(found)).containsExactly("Evening 1 by the River");
        assertThat(found.at("past")).isEqualTo("1");
        var beyond = calls.organiserOf(region).get(past + "&page=99");
        assertThat(beyond.at("page")).isEqualTo("1");
        assertThat(titlesOf(beyond)).isEqualTo(titlesOf(second)); // meanwhile an evening may be concluded
    }

    @Test
    void anEventStaysInItsRegion() {
        var event = calls.aDraft(region);

        var answer = calls.owner()
                .put("/events/" + event, Calls.aPubEvening(calls.aRegion(), "2026-10-16T18:30", "2026-10-16T21:00"));

        assertThat(answer.codes()).containsExactly("region FIXED");
    }

    @Test
    void anEventNobodyHeardOfHasZeros() {
        var event = calls.aPublishedEvent(region);

        var overview = calls.organiserOf(region)
                .get("/overview?region=" + region)
                .json()
                .get(0);

        assertThat(overview.path("event").asString()).isEqualTo(event);
        assertThat(overview.path("places").asInt()).isEqualTo(24);
        assertThat(List.of("booked", "waiting", "offered", "here", "walkIns"))
                .allSatisfy(
                        figure -> assertThat(overview.path(figure).asInt(-1)).isZero());
        assertThat(calls.organiserOf(region).get("/overview/" + event).json()).isEqualTo(overview);
    }

    @Test
    void theCalendarFileIsForEverybodyOnceItIsPublished() {
        var draft = calls.aDraft(region);
        var published = calls.aPublishedEvent(region);

        var file = calls.as("PUBLIC").get("/programme/" + published + "/calendar");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(file.text()).contains("UID:" + published + "@natter\r\n");
        assertThat(calls.as("PUBLIC").get("/programme/" + draft + "/calendar").status())
                .isEqualTo(404);
    }

    @Test
    void everythingThatIsWrongWithARegionIsSaidAtOnce() {
        var offset = calls.owner().post("/regions", Map.of("name", " ", "zone", "+01:00"));
        var unknown = calls.owner().post("/regions", Map.of("name", "Fenland and Cam", "zone", "Fenland"));

        assertThat(offset.codes()).containsExactly("name MISSING", "zone UNREADABLE");
        assertThat(offset.text()).contains("Enter a name for the region", "Choose a time zone, like Europe/London");
        assertThat(unknown.codes()).containsExactly("zone UNREADABLE");
    }

    @Test
    void theApiIsDescribed() {
        var described = calls.nobody().get("/v3/api-docs");

        assertThat(described.status()).isEqualTo(200);
        assertThat(described.json().path("paths").propertyNames())
                .contains("/events", "/events/{event}/cancel", "/programme", "/overview/{event}", "/regions");
    }

    private static List<String> titlesOf(HttpCalls.Answer answer) {
        return answer.json()
                .path("events")
                .valueStream()
                .map(event -> event.path("title").asString())
                .toList();
    }

    private List<String> idsAt(String path) {
        return calls.organiserOf(region)
                .get(path)
                .json()
                .path("events")
                .valueStream()
                .map(event -> event.path("event").asString())
                .toList();
    }

    private List<String> titlesAt(String path) {
        return calls.as("PUBLIC")
                .get(path)
                .json()
                .valueStream()
                .map(event -> event.path("title").asString())
                .toList();
    }
}
