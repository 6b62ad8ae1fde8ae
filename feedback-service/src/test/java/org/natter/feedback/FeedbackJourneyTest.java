package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.JSON;
import static org.natter.feedback.FeedbackHarness.RIVERSIDE;
import static org.natter.feedback.FeedbackHarness.SAMIR;
import static org.natter.feedback.FeedbackHarness.WREN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Room;
import org.natter.feedback.invitation.Rooms;
import org.natter.messaging.kit.ContractSamples;

/** One evening, from its publication to what came of it nine months later, over Kafka and HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FeedbackJourneyTest {

    private static final String HESTER = "ae57e12d3c4b5a69788796a5b4c3d2e1";
    private static final String FEEDBACK_LINK = FeedbackHarness.link("feedback", 1, WREN);
    private static final String SAMIRS_FOLLOW_UP = FeedbackHarness.link("follow-up", 1, SAMIR);

    private static FeedbackHarness feedback;

    @BeforeAll
    static void start() {
        feedback = new FeedbackHarness();
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    @Test
    @Order(1)
    void hearsOfTheEventItsBookingsAndWhoCame() {
        feedback.clockShows("2026-10-15T20:00:00Z");
        feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
        feedback.tell("natter.attendees", "attendance.booked.v1", "wren");
        feedback.tell("natter.attendees", "attendance.waitlisted.v1", "samir");
        feedback.tell("natter.attendees", "attendance.offered.v1", "samir");
        feedback.tell("natter.attendees", "attendance.cancelled.v1", "vivien");
        feedback.tell(
                "natter.attendees",
                "attendance.checked-in.v1",
                "wren",
                body -> body.put("attendance", SAMIR),
                "check-in/" + SAMIR + "/1");
        feedback.tell("natter.attendees", "attendance.checked-in.v1", "maurice");
        feedback.tell(
                "natter.attendees",
                "attendance.booked.v1",
                "wren",
                body -> body.put("attendance", HESTER).put("listed", false),
                "seats/" + RIVERSIDE + "/45");
        feedback.tell("natter.events", "event.published.v1", "riverside");
        feedback.tell("natter.events", "event.changed.v1", "later-start");
        feedback.tell("natter.events", "event.concluded.v1", "riverside");

        await("the room is full").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var room = feedback.bean(Rooms.class).find(new EventId(RIVERSIDE));
            assertThat(room).isPresent();
            assertThat(room.get().came()).hasSize(3);
            assertThat(room.get().seats()).hasSize(4);
            assertThat(room.flatMap(Room::gathering))
                    .hasValueSatisfying(
                            gathering -> assertThat(gathering.over()).isTrue());
        });
    }

    @Test
    @Order(2)
    void asksBothWhoLeftAnAddressTheNextMorningAtTen() {
        assertThat(feedback.told("feedback.invitation-due.v1")).isEmpty();

        feedback.clockShows("2026-10-16T09:00:00Z");

        await("both were asked, and Hester whether she made it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.told("feedback.invitation-due.v1").size() == 3);
        var golden = ContractSamples.read("natter.feedback", "feedback.invitation-due.v1", "wren");
        var wrens = feedback.told("feedback.invitation-due.v1").stream()
                .filter(record -> record.key().equals(WREN))
                .findFirst()
                .orElseThrow();
        ContractSamples.assertBody(wrens.value(), golden);
        golden.headers()
                .forEach((name, value) ->
                        assertThat(FeedbackHarness.header(wrens, name)).as(name).isEqualTo(value));
    }

    @Test
    @Order(3)
    void readsALinkWithoutATrace() {
        var read = feedback.call("POST", "/links/read", feedback.anybody(), FEEDBACK_LINK);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(JSON.readTree("""
                        {"attendance": "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
                         "event": "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                         "generation": 1, "kind": "FEEDBACK", "state": "OPEN",
                         "closesAt": "2026-10-29T23:59:00Z", "answered": false, "sent": false, "steps": [], "asks": "HOW_WAS_IT",
                         "stayedAway": false, "reasonGiven": false, "moreToAsk": true}
                        """));
    }

    @Test
    @Order(4)
    void savesStepAfterStepAndTellsTheWholeAnswerEachTime() {
        step(1, "{\"worthComing\": 5, \"feltWelcome\": 4}");
        step(2, """
                {"met": [{"who": {"kind": "ATTENDANCE", "id": "%s"}},
                         {"who": {"kind": "LABEL", "id": "77aa66bb55cc44dd33ee22ff11009988"}}],
                 "others": [{"sector": "SCHOOL", "count": 1}]}
                """.formatted(SAMIR));
        step(3, "{\"met\": [], \"knownBefore\": \"A_FEW\"}");
        step(4, """
                {"talks": [{"who": {"kind": "ATTENDANCE", "id": "%s"}, "useful": false, "maybeNotRecognise": true,
                            "introduced": {"by": "ORGANISER"}, "askAgain": true}]}
                """.formatted(SAMIR));
        step(5, "{\"familiarFaces\": \"ABOUT_HALF\", \"came\": \"ALONE\"}");
        var sent = feedback.call("POST", "/answers/" + WREN + "/send", feedback.answering(WREN), null);

        assertThat(sent.status()).isEqualTo(204);
        await("six versions were told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.told("feedback.answered.v1").size() == 6);
        var told = feedback.told("feedback.answered.v1");
        assertThat(told)
                .extracting(record -> FeedbackHarness.header(record, "ce_id"))
                .containsExactly(
                        "answer/" + WREN + "/1",
                        "answer/" + WREN + "/2",
                        "answer/" + WREN + "/3",
                        "answer/" + WREN + "/4",
                        "answer/" + WREN + "/5",
                        "answer/" + WREN + "/6");
        assertThat(JSON.readTree(told.get(5).value())).isEqualTo(JSON.readTree("""
                        {"writer": "9f8e7d6c5b4a39281706f5e4d3c2b1a0", "event": "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b",
                         "at": "2026-10-16T09:00:00Z", "worthComing": 5, "feltWelcome": 4,
                         "met": [
                           {"who": {"kind": "ATTENDANCE", "id": "1a2b3c4d5e6f708192a3b4c5d6e7f809"}, "before": "NEW",
                            "talk": "CHAT", "again": "MAYBE", "introduced": {"by": "ORGANISER", "id": ""},
                            "askAgain": true, "late": false},
                           {"who": {"kind": "LABEL", "id": "77aa66bb55cc44dd33ee22ff11009988"}, "before": "NEW",
                            "talk": "CHAT", "again": "YES", "introduced": {"by": "NOT_SAID", "id": ""},
                            "askAgain": true, "late": false}],
                         "others": [{"sector": "SCHOOL", "count": 1}], "knownBefore": "A_FEW",
                         "familiarFaces": "ABOUT_HALF", "came": "ALONE", "sent": true, "saysWhom": true}
                        """));
        var read = feedback.call("GET", "/answers/" + WREN, feedback.answering(WREN), null);
        assertThat(read.body().get("stepsDone").values()).hasSize(5);
        assertThat(read.body().get("sent").asBoolean()).isTrue();
        assertThat(read.body().get("savedAt").asString()).isEqualTo("2026-10-16T09:00:00Z");
        assertThat(read.body().get("closesAt").asString()).isEqualTo("2026-10-29T23:59:00Z");
    }

    @Test
    @Order(5)
    void refusesKindlyWhatCannotStand() {
        var both = feedback.call(
                "PUT",
                "/answers/" + WREN + "/steps/3",
                feedback.answering(WREN),
                "{\"met\": [" + bitKnown(SAMIR) + ", " + bitKnown(SAMIR) + "]}");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body().get("type").asString()).isEqualTo("urn:natter:problem:validation");
        assertThat(both.body().get("title").asString()).isEqualTo("There's a problem");
        assertThat(both.body().at("/errors/0/field").asString()).isEqualTo("met");
        assertThat(both.body().at("/errors/0/code").asString()).isEqualTo("ONCE_ONLY");
        assertThat(both.body().at("/errors/0/message").asString()).contains("twice");

        var much =
                feedback.call("PUT", "/answers/" + WREN + "/steps/1", feedback.answering(WREN), "{\"worthComing\": 6}");
        assertThat(much.status()).isEqualTo(422);
        assertThat(much.body().get("errors"))
                .isEqualTo(
                        JSON.readTree(
                                "[{\"field\": \"worthComing\", \"code\": \"OUT_OF_RANGE\", \"message\": \"Pick one of the five.\"}]"));

        var unknown = feedback.call(
                "PUT",
                "/answers/" + WREN + "/steps/1",
                feedback.answering(WREN),
                "{\"worthComing\": 5, \"role\": \"OWNER\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.contentType()).startsWith("application/problem+json");
        assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("role");
        assertThat(unknown.body().at("/errors/0/code").asString()).isEqualTo("UNKNOWN_FIELD");

        var unlisted = feedback.call(
                "PUT",
                "/answers/" + WREN + "/steps/3",
                feedback.answering(WREN),
                "{\"met\": [{\"who\": {\"kind\": \"ATTENDANCE\", \"id\": \"" + HESTER + "\"}, \"before\": \"BIT\"}]}");
        assertThat(unlisted.status()).isEqualTo(422);
        assertThat(unlisted.body().at("/errors/0/message").asString()).contains("isn't on the list");

        var introducer = feedback.call(
                "PUT",
                "/answers/" + WREN + "/steps/4",
                feedback.answering(WREN),
                "{\"talks\": [{\"who\": {\"kind\": \"ATTENDANCE\", \"id\": \"" + SAMIR
                        + "\"}, \"introduced\": {\"by\": \"ATTENDANCE\"}}]}");
        assertThat(introducer.status()).isEqualTo(422);
        assertThat(introducer.body().at("/errors/0/field").asString()).isEqualTo("talks[0].introduced");
        assertThat(introducer.body().at("/errors/0/code").asString()).isEqualTo("INCOMPLETE");
    }

    @Test
    @Order(6)
    void keepsACommentApartFromEverything() {
        var id = "abcdef0123456789abcdef0123456789";
        var words = "{\"id\": \"" + id + "\", \"words\": \"Zzcanary Quaxley was lovely\"}";

        assertThat(feedback.call("POST", "/comments", feedback.answering(WREN), words)
                        .status())
                .isEqualTo(204);
        assertThat(feedback.call("POST", "/comments", feedback.answering(WREN), words)
                        .status())
                .isEqualTo(204);

        var mongo = feedback.bean(org.springframework.data.mongodb.core.MongoOperations.class);
        var kept = mongo.findAll(org.bson.Document.class, "comment");
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).keySet()).containsExactlyInAnyOrder("_id", "event", "day", "words");
        assertThat(kept.get(0).getString("day")).isEqualTo("2026-10-16");
        for (var collection : mongo.getCollectionNames()) {
            if (!collection.equals("comment")) {
                assertThat(mongo.findAll(org.bson.Document.class, collection).toString())
                        .as(collection)
                        .doesNotContain(id)
                        .doesNotContain("Quaxley");
            }
        }
    }

    @Test
    @Order(7)
    void remindsOnlyTheSilentOneOnDayFive() {
        feedback.clockShows("2026-10-20T09:00:00Z");

        await("Samir was reminded")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.told("feedback.reminder-due.v1").size() == 1);
        assertThat(feedback.told("feedback.reminder-due.v1").get(0).key()).isEqualTo(SAMIR);
    }

    @Test
    @Order(8)
    void countsTheTurnoutForItsOwnRegionOnly() {
        var turnout = feedback.call(
                "GET", "/events/" + RIVERSIDE + "/turnout", feedback.organiser(FeedbackHarness.FENLAND), null);
        assertThat(turnout.body()).isEqualTo(JSON.readTree("""
                        {"asked": 2, "answered": 1, "closesAt": "2026-10-29T23:59:00Z", "listQuestion": null,
                         "listSaidComplete": null}
                        """));

        var elsewhere =
                feedback.call("GET", "/events/" + RIVERSIDE + "/turnout", feedback.organiser("f".repeat(32)), null);
        assertThat(elsewhere.status()).isEqualTo(404);
    }

    @Test
    @Order(9)
    void asksSamirToo() {
        var samir = feedback.answering(SAMIR);
        feedback.call(
                "PUT",
                "/answers/" + SAMIR + "/steps/2",
                samir,
                "{\"met\": [{\"who\": {\"kind\": \"ATTENDANCE\", \"id\": \"" + WREN + "\"}}]}");
        assertThat(link(SAMIRS_FOLLOW_UP).status()).isEqualTo(404);

        feedback.clockShows("2027-01-15T10:00:00Z");

        await("both are asked what came of it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.told("feedback.follow-up-due.v1").size() == 2);
        var wrens = feedback.told("feedback.follow-up-due.v1").stream()
                .filter(record -> record.key().equals(WREN))
                .findFirst()
                .orElseThrow();
        ContractSamples.assertBody(
                wrens.value(), ContractSamples.read("natter.feedback", "feedback.follow-up-due.v1", "wren"));
        assertThat(link(FEEDBACK_LINK).body().get("state").asString()).isEqualTo("CLOSED");
        assertThat(link(SAMIRS_FOLLOW_UP).body().get("answered").asBoolean()).isFalse();
        assertThat(link(SAMIRS_FOLLOW_UP).body().get("kind").asString()).isEqualTo("FOLLOW_UP");
        assertThat(feedback.call("GET", "/answers/" + WREN, feedback.answering(WREN), null)
                        .body()
                        .get("met"))
                .as("the follow-up asks about the people in the answer")
                .isNotEmpty();
    }

    @Test
    @Order(10)
    void takesNotYetAndWhatCameOfIt() {
        var notYet = feedback.call("POST", "/follow-ups/not-yet", feedback.anybody(), SAMIRS_FOLLOW_UP);
        assertThat(notYet.status()).isEqualTo(204);
        assertThat(link(SAMIRS_FOLLOW_UP).body().get("answered").asBoolean()).isTrue();

        var outcome = """
                {"id": "5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d", "kind": "WORK_EXPERIENCE", "direction": "RECEIVED",
                 "year": 2026, "month": 11, "credited": [{"kind": "ATTENDANCE", "id": "%s"}, {"kind": "OVERHEARD"}]}
                """.formatted(SAMIR);
        assertThat(feedback.call("POST", "/outcomes", feedback.answering(WREN), outcome)
                        .status())
                .isEqualTo(204);
        assertThat(feedback.call("POST", "/outcomes", feedback.answering(WREN), outcome)
                        .status())
                .isEqualTo(204);
        assertThat(feedback.call("POST", "/outcomes", feedback.answering(WREN), outcome.replace("11", "12"))
                        .body()
                        .get("type")
                        .asString())
                .isEqualTo("urn:natter:problem:key-reused");

        await("the outcome was told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !feedback.told("feedback.outcome-reported.v1").isEmpty());
        assertThat(feedback.told("feedback.outcome-reported.v1")).hasSize(1);
        assertThat(JSON.readTree(feedback.told("feedback.outcome-reported.v1")
                                .get(0)
                                .value())
                        .get("credited"))
                .isEqualTo(JSON.readTree("[{\"kind\": \"ATTENDANCE\", \"id\": \"" + SAMIR
                        + "\"}, {\"kind\": \"OVERHEARD\", \"id\": \"\"}]"));
        takesBackWhatCameOfIt(outcome);
    }

    /** Its writer alone, once however often; told again under the same id it stays taken back. */
    private static void takesBackWhatCameOfIt(String outcome) {
        var path = "/outcomes/5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d";
        assertThat(feedback.call("DELETE", path, feedback.answering(SAMIR), null)
                        .status())
                .as("somebody else's")
                .isEqualTo(404);
        for (var time = 0; time < 2; time++) {
            assertThat(feedback.call("DELETE", path, feedback.answering(WREN), null)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(feedback.call("POST", "/outcomes", feedback.answering(WREN), outcome)
                        .status())
                .isEqualTo(204);

        await("it was told that it no longer stands")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.told("feedback.outcome-reported.v1").size() > 1);
        var told = feedback.told("feedback.outcome-reported.v1");
        assertThat(told).hasSize(2);
        assertThat(JSON.readTree(told.get(1).value()).get("withdrawn").asBoolean())
                .isTrue();
    }

    @Test
    @Order(11)
    void stopsAsking() {
        var stop = feedback.call("POST", "/links/stop", feedback.anybody(), SAMIRS_FOLLOW_UP);
        assertThat(stop.status()).isEqualTo(204);

        feedback.clockShows("2027-07-15T09:00:00Z");

        await("Wren is asked again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> feedback.told("feedback.follow-up-due.v1").size() == 3);
        assertThat(feedback.told("feedback.follow-up-due.v1"))
                .extracting(org.apache.kafka.clients.consumer.ConsumerRecord::key)
                .containsExactlyInAnyOrder(WREN, SAMIR, WREN);
        assertThat(feedback.told("feedback.invitation-due.v1")).hasSize(3);
    }

    @Test
    @Order(12)
    void knowsWhoBelongsToTheEvent() {
        var known = feedback.bean(Rooms.class)
                .some(
                        new EventId(RIVERSIDE),
                        java.util.Set.of(new AttendanceId(WREN), new AttendanceId("d".repeat(32))))
                .mentioned();

        assertThat(known).containsExactly(new AttendanceId(WREN));
    }

    @Test
    @Order(13)
    void isReadyAndMeasuredOnItsManagementPortAlone() {
        assertThat(feedback.manage("/actuator/health/readiness")
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(feedback.manage("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(feedback.manage("/actuator/info").status()).isEqualTo(200);
        assertThat(feedback.manage("/actuator/env").status()).isIn(401, 404);
        assertThat(feedback.call("GET", "/actuator/health", null, null).status())
                .isIn(401, 404);
        var openApi = feedback.call("GET", "/v3/api-docs", null, null);
        assertThat(openApi.status()).isEqualTo(200);
        assertThat(openApi.body().get("paths").propertyNames())
                .containsAll(List.of(
                        "/links/read",
                        "/links/stop",
                        "/links/ask-again",
                        "/answers/{attendance}",
                        "/answers/{attendance}/steps/1",
                        "/answers/{attendance}/send",
                        "/comments",
                        "/outcomes",
                        "/follow-ups/not-yet",
                        "/events/{event}/turnout"));
    }

    private static void step(int number, String body) {
        var saved = feedback.call("PUT", "/answers/" + WREN + "/steps/" + number, feedback.answering(WREN), body);
        assertThat(saved.status()).as(saved.text()).isEqualTo(204);
    }

    private static FeedbackHarness.Reply link(String link) {
        return feedback.call("POST", "/links/read", feedback.anybody(), link);
    }

    private static String bitKnown(String attendance) {
        return "{\"who\": {\"kind\": \"ATTENDANCE\", \"id\": \"" + attendance + "\"}, \"before\": \"BIT\"}";
    }
}
