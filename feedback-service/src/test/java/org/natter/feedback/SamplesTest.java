package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.FENLAND;
import static org.natter.feedback.FeedbackHarness.RIVERSIDE;
import static org.natter.feedback.FeedbackHarness.SAMIR;
import static org.natter.feedback.FeedbackHarness.WREN;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.HttpCalls;
import org.natter.feedback.answer.FollowUpPages;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.Rooms;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;

/** The golden exchanges of the service, made by one evening from the morning after to its calling off. */
class SamplesTest {

    private static final String ANSWER = "/answers/" + WREN;
    private static final String OUTCOME = "5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d";

    private static final String QUESTIONS = "/events/" + RIVERSIDE + "/questions";
    private static final OwnQuestion PUB =
            own(OwnQuestion.Kind.PICK_ONE, "Which pub next?", "The Crown", "The Maltings");
    private static final OwnQuestion HELP = own(OwnQuestion.Kind.FEW_WORDS, "What could you show others?");
    private static final OwnQuestion MORE = own(OwnQuestion.Kind.PICK_ONE, "Earlier?", "Yes", "No");

    private static FeedbackHarness feedback;

    private static OwnQuestion own(OwnQuestion.Kind kind, String words, String... options) {
        return OwnQuestion.about(new EventId(RIVERSIDE), kind, words, List.of(options));
    }

    @BeforeAll
    static void wrenAndSamirWereAsked() {
        feedback = new FeedbackHarness();
        feedback.clockShows("2026-10-15T22:00:00Z");
        feedback.tell("natter.events", "event.concluded.v1", "riverside");
        until(() -> feedback.bean(Rooms.class).gathering(new EventId(RIVERSIDE)).isPresent());
        questionsOfTheirOwn();
        feedback.clockShows("2026-10-16T09:00:00Z");
        feedback.tell("natter.attendees", "attendance.checked-in.v1", "wren");
        feedback.tell(
                "natter.attendees",
                "attendance.checked-in.v1",
                "wren",
                body -> body.put("attendance", SAMIR),
                "check-in/" + SAMIR + "/1");
        for (var guest : new String[] {WREN, SAMIR}) {
            until(() -> feedback.bean(Invitations.class)
                    .find(new AttendanceId(guest))
                    .isPresent());
        }
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    /** The evening before people are asked. */
    private static void questionsOfTheirOwn() {
        assertThat(organiser().sample("none").get(QUESTIONS).at("version")).isEqualTo("0");
        assertThat(organiser()
                        .sample("validation")
                        .send("PUT", QUESTIONS + "?version=0", """
                                {"questions": [{"words": ""},
                                               {"kind": "PICK_ONE", "words": "Which pub next?", "options": ["The Crown"]},
                                               {"kind": "FEW_WORDS", "words": "What else?", "options": ["A", "A"]},
                                               {"kind": "PICK_ONE", "words": "Which pub next?", "options": ["The Crown"]}]}
                                """)
                        .codes())
                .containsExactly(
                        "questions[0].kind MISSING",
                        "questions[0].words MISSING",
                        "questions[1].options TOO_FEW",
                        "questions[2].options NOT_NEEDED",
                        "questions[2].options TWICE",
                        "questions[3].options TOO_FEW",
                        "questions[3].words TWICE");
        assertThat(organiser()
                        .sample("options-alike")
                        .send("PUT", QUESTIONS + "?version=0", """
                                {"questions": [{"kind": "PICK_ONE", "words": "Again?", "options": ["Yes", " yes"]},
                                               {"kind": "PICK_ONE", "words": "When?",
                                                "options": ["Earlier", "I\\u2019D  rather not say"]},
                                               {"kind": "PICK_ONE", "words": "Where?",
                                                "options": ["Another answer", "The Crown"]}]}
                                """)
                        .codes())
                .containsExactly(
                        "questions[0].options TWICE", "questions[1].options ENDING", "questions[2].options ENDING");
        assertThat(organiser()
                        .sample("asked")
                        .send("PUT", QUESTIONS + "?version=0", asking(PUB, HELP))
                        .status())
                .isEqualTo(200);
        assertThat(organiser()
                        .sample("talks-validation")
                        .send("PUT", QUESTIONS + "?version=1", "{\"talks\": [{\"tookPlace\": true}]}")
                        .codes())
                .containsExactly("talks[0].title MISSING");
        assertThat(organiser()
                        .sample("talks-alike")
                        .send("PUT", QUESTIONS + "?version=1", """
                                {"talks": [{"title": "Marc without tears", "tookPlace": true},
                                           {"title": "Zines", "tookPlace": true},
                                           {"title": "marc without  tears", "tookPlace": true}]}
                                """)
                        .codes())
                .containsExactly("talks[2].title TWICE");
        assertThat(organiser()
                        .sample("changed-meanwhile")
                        .send("PUT", QUESTIONS + "?version=0", asking(HELP))
                        .problem())
                .isEqualTo("changed-meanwhile");
        assertThat(organiser().sample("open").get(QUESTIONS).at("standing")).isEqualTo("OPEN");
        var elsewhere = calls().as("ORGANISER", Map.of("region", "f".repeat(32)));
        assertThat(elsewhere.sample("not-found").get(QUESTIONS).status()).isEqualTo(404);
        assertThat(elsewhere
                        .sample("not-found")
                        .send("PUT", QUESTIONS + "?version=1", asking(HELP))
                        .status())
                .isEqualTo(404);
    }

    /** People are being asked. */
    private static void questionsThatStand() {
        assertThat(organiser()
                        .sample("questions-stand")
                        .send("PUT", QUESTIONS + "?version=1", asking(PUB, HELP, MORE))
                        .problem())
                .isEqualTo("questions-stand");
        assertThat(organiser()
                        .sample("withdrawn")
                        .send("PUT", QUESTIONS + "?version=1", asking(PUB))
                        .status())
                .isEqualTo(200);
        assertThat(organiser().sample("standing").get(QUESTIONS).at("standing")).isEqualTo("STAND");
        assertThat(write("still-asked", ANSWER + "/steps/5", picking(HELP, Pick.FIRST))
                        .codes())
                .containsExactly("choices STILL_ASKED");
        assertThat(write("still-asked", "/comments/own", saying(HELP)).codes()).containsExactly("said STILL_ASKED");
    }

    /** Whoever gave the talk has its link from the organisers. */
    private static void talks() {
        var talk = organiser().get(QUESTIONS).json().at("/talks/0/link").asString();
        var link = "{\"event\": \"%s\", \"token\": \"%s\"}".formatted(RIVERSIDE, talk);
        var anybody = calls().as("PUBLIC", Map.of("sub", "public"));
        assertThat(anybody.sample("asking").post("/talks/read", link).at("state"))
                .isEqualTo("ASKING");
        anybody.sample("unknown").post("/talks/read", link.replace(RIVERSIDE, "f".repeat(32)));
        anybody.sample("unknown").post("/talks/reply", "{\"token\": \"nothing\", \"wants\": true}");
        assertThat(anybody.sample("nothing-said").post("/talks/reply", link).codes())
                .containsExactly("wants MISSING");
        assertThat(anybody.sample("replied")
                        .post("/talks/reply", link.replaceFirst("}$", ", \"wants\": true}"))
                        .status())
                .isEqualTo(204);
        assertThat(anybody.sample("waiting").post("/talks/read", link).at("state"))
                .isEqualTo("WAITING");
    }

    /** The link that its speaker was handed stays the one. */
    private static void aTitleIsCorrected() {
        var zines = organiser().get(QUESTIONS).json().at("/talks/0");
        var talk = Map.of("id", zines.at("/id").asString(), "title", "Zines in half an hour", "tookPlace", true);
        var question = Map.of("kind", PUB.kind(), "words", PUB.words(), "options", PUB.options());
        var corrected = organiser()
                .sample("title-corrected")
                .send(
                        "PUT",
                        QUESTIONS + "?version=2",
                        json(Map.of("questions", List.of(question), "talks", List.of(talk))));
        assertThat(corrected.json().at("/talks/0/link")).isEqualTo(zines.at("/link"));
    }

    private static String asking(OwnQuestion... questions) {
        return json(Map.of(
                "questions",
                Stream.of(questions)
                        .map(question -> Map.of(
                                "kind", question.kind(), "words", question.words(), "options", question.options()))
                        .toList(),
                "talks",
                List.of(
                        Map.of("title", "Zines in an hour", "tookPlace", true),
                        Map.of("title", "Maps", "tookPlace", false))));
    }

    private static String picking(OwnQuestion question, Pick pick) {
        return """
                {"familiarFaces": "ABOUT_HALF", "came": "ALONE", "choices": [{"question": "%s", "pick": "%s"}]}
                """.formatted(question.id().value(), pick);
    }

    private static String saying(OwnQuestion question) {
        return """
                {"said": [{"id": "0123456789abcdef0123456789abcdef", "question": "%s", "words": "Folding a zine."}]}
                """.formatted(question.id().value());
    }

    private static HttpCalls.As organiser() {
        return calls().as("ORGANISER", Map.of("region", FENLAND));
    }

    private static HttpCalls calls() {
        return feedback.calls();
    }

    @Test
    void oneEvening() {
        read("feedback", "open", 200);
        anybody().sample("unknown").post("/links/read", FeedbackHarness.link("feedback", 2, WREN));
        wren().sample("empty").get(ANSWER);
        assertThat(wren().sample("nothing-said")
                        .send("POST", ANSWER + "/send", null)
                        .codes())
                .containsExactly("steps SOMETHING_IS_SAID");
        assertThat(write("nothing-said", ANSWER + "/steps/1", "{\"worthComing\": 0, \"feltWelcome\": 0}")
                        .codes())
                .containsExactly("worthComing SOMETHING_IS_SAID");
        assertThat(write("rather-not-say", ANSWER + "/steps/1", "{\"ratherNotSay\": true}")
                        .status())
                .isEqualTo(204);
        assertThat(wren().send("PUT", ANSWER + "/steps/1", "{\"ratherNotSay\": true, \"worthComing\": 6}")
                        .codes())
                .as("what is not counted is still read")
                .containsExactly("worthComing OUT_OF_RANGE");
        misread()
                .forEach((path, body) -> assertThat(
                                write("validation", path, body).status())
                        .as(path)
                        .isEqualTo(422));
        written()
                .forEach((path, body) ->
                        assertThat(write("saved", path, body).status()).as(path).isEqualTo(204));
        assertThat(write("key-reused", "/outcomes", outcome("ADVICE")).problem())
                .isEqualTo("key-reused");
        takenBack();
        talks();
        wren().sample("sent").send("POST", ANSWER + "/send", null);
        wren().sample("whole").get(ANSWER);
        samir().sample("not-found").get(ANSWER);
        questionsThatStand();
        aTitleIsCorrected();
        read("feedback", "answered", 200);
        turnout();
        list();
        assertThat(anybody()
                        .sample("said")
                        .post("/links/stay-away", stayingAway(SAMIR))
                        .status())
                .isEqualTo(204);
        assertThat(anybody()
                        .sample("stayed-away")
                        .post("/links/read", FeedbackHarness.link("feedback", 1, SAMIR))
                        .at("stayedAway"))
                .isEqualTo("true");
        anybody().sample("unknown").post("/links/stay-away", "{\"token\": \"nothing\"}");

        feedback.clockShows("2026-11-15T10:00:00Z");
        read("feedback", "read-only", 200);
        feedback.clockShows("2026-12-20T10:00:00Z");
        read("feedback", "closed", 200);
        everyRouteRefuses("form-closed");
        stayAway("form-closed");

        feedback.clockShows("2027-01-15T10:00:00Z");
        until(() ->
                feedback.bean(FollowUpPages.class).find(new AttendanceId(WREN)).isPresent());
        read("follow-up", "follow-up", 200);
        followUp();
        calledOff();
        read("feedback", "called-off", 200);
        everyRouteRefuses("event-called-off");
        stayAway("event-called-off");
        anybody().sample("stopped").post("/links/stop", FeedbackHarness.link("feedback", 1, WREN));
        anybody().sample("unknown").post("/links/stop", FeedbackHarness.link("feedback", 2, WREN));
        anybody().sample("asked-again").post("/links/ask-again", FeedbackHarness.link("feedback", 1, WREN));
        anybody().sample("unknown").post("/links/ask-again", FeedbackHarness.link("feedback", 2, WREN));
    }

    /** What each route takes. */
    private static Map<String, Object> written() {
        var samir = Map.of("kind", "ATTENDANCE", "id", SAMIR);
        var sam = Map.of("kind", "LABEL", "id", "77aa66bb55cc44dd33ee22ff11009988");
        var bodies = new LinkedHashMap<String, Object>();
        bodies.put(ANSWER + "/steps/1", "{\"worthComing\": 5, \"feltWelcome\": 4}");
        bodies.put(ANSWER + "/steps/2", """
                {"met": [{"who": %s}], "others": [{"sector": "SCHOOL", "count": 1}]}
                """.formatted(json(samir)));
        bodies.put(ANSWER + "/steps/3", """
                {"met": [{"who": %s, "before": "BIT"}], "knownBefore": "A_FEW"}
                """.formatted(json(sam)));
        bodies.put(ANSWER + "/steps/4", """
                {"talks": [{"who": %s, "useful": true, "maybeNotRecognise": true,
                            "introduced": {"by": "LABEL", "id": "77aa66bb55cc44dd33ee22ff11009988"}, "askAgain": true},
                           {"who": %s, "useful": false, "maybeNotRecognise": false,
                            "introduced": {"by": "NOBODY", "id": ""}, "askAgain": false}]}
                """.formatted(json(samir), json(sam)));
        bodies.put(ANSWER + "/steps/5", picking(PUB, Pick.SECOND));
        bodies.put("/comments/own", saying(HELP));
        bodies.put("/comments", """
                {"id": "abcdef0123456789abcdef0123456789", "words": "Lovely pub, hard to hear."}
                """);
        bodies.put("/outcomes", outcome("WORK_EXPERIENCE"));
        return bodies;
    }

    /** What each route has its writer put right; no answer of step 5 is wrong. */
    private static Map<String, Object> misread() {
        var bodies = new LinkedHashMap<String, Object>();
        bodies.put(ANSWER + "/steps/1", "{\"worthComing\": 6, \"feltWelcome\": 0}");
        bodies.put(ANSWER + "/steps/2", """
                {"met": [], "others": [{"sector": "NOT_SAID", "count": 51}]}
                """);
        bodies.put(ANSWER + "/steps/3", """
                {"met": [{"who": {"kind": "ATTENDANCE", "id": "%s"}, "before": "WELL"}], "knownBefore": "MOST"}
                """.formatted(WREN));
        bodies.put(ANSWER + "/steps/4", """
                {"talks": [{"who": {"kind": "ATTENDANCE", "id": "%s"}, "useful": false, "maybeNotRecognise": false,
                            "introduced": {"by": "ATTENDANCE", "id": ""}, "askAgain": true}]}
                """.formatted(SAMIR));
        bodies.put(ANSWER + "/steps/5", "{\"familiarFaces\": \"SOME\", \"came\": \"ALONE\"}");
        bodies.put("/comments", "{\"id\": \"abcdef0123456789abcdef0123456789\", \"words\": \"\"}");
        bodies.put("/comments/own", "{\"said\": [{\"words\": \" \"}]}");
        bodies.put("/outcomes", """
                {"id": "5e5e4d4d3c3c2b2b1a1a0f0f9e9e8d8d", "direction": "GIVEN", "credited": []}
                """);
        return bodies;
    }

    private static String outcome(String kind) {
        return """
                {"id": "%s", "kind": "%s", "direction": "RECEIVED", "year": 2026, "month": 10,
                 "credited": [{"kind": "ATTENDANCE", "id": "%s"}, {"kind": "OVERHEARD", "id": ""}]}
                """.formatted(OUTCOME, kind, SAMIR);
    }

    private void takenBack() {
        assertThat(wren().sample("taken-back").delete("/outcomes/" + OUTCOME).status())
                .isEqualTo(204);
        assertThat(samir().sample("not-found").delete("/outcomes/" + OUTCOME).problem())
                .as("somebody else's")
                .isEqualTo("not-found");
    }

    private void turnout() {
        var path = "/events/" + RIVERSIDE + "/turnout";
        var counted = calls().as("ORGANISER", Map.of("region", FENLAND))
                .sample("counted")
                .get(path);
        assertThat(counted.json().path("answered").asInt()).isEqualTo(1);
        eightMoreAreBooked();
        until(() -> feedback.call("GET", path, feedback.organiser(FENLAND), null)
                        .body()
                        .at("/listQuestion/expected")
                        .asInt(0)
                == 10);
        calls().as("ORGANISER", Map.of("region", FENLAND))
                .sample("few-checked-in")
                .get(path);
        assertThat(calls().as("ORGANISER", Map.of("region", "f".repeat(32)))
                        .sample("not-found")
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    /** Seven leave the list as it is and are asked at once; with the eighth two who came are a fifth, which is few. */
    private static void eightMoreAreBooked() {
        for (var seat = 1; seat <= 7; seat++) {
            var guest = booked(seat);
            until(() -> feedback.bean(Invitations.class).find(guest).isPresent());
        }
        booked(8);
    }

    private static AttendanceId booked(int seat) {
        var guest = new AttendanceId("%032x".formatted(seat));
        feedback.tell(
                "natter.attendees",
                "attendance.booked.v1",
                "wren",
                body -> body.put("attendance", guest.value()),
                "seats/" + RIVERSIDE + "/" + (100 + seat));
        return guest;
    }

    private void list() {
        var path = "/events/" + RIVERSIDE + "/list";
        var organiser = calls().as("ORGANISER", Map.of("region", FENLAND));
        assertThat(organiser.sample("nothing-said").post(path, "{}").codes()).containsExactly("complete MISSING");
        assertThat(organiser
                        .sample("replied")
                        .post(path, "{\"complete\": false}")
                        .status())
                .isEqualTo(204);
        var asked = "/events/" + RIVERSIDE + "/turnout";
        until(() -> organiser.get(asked).json().path("asked").asInt() == 10); // all of them, one after another
        var turnout = organiser.sample("replied").get(asked);
        assertThat(turnout.json().path("listSaidComplete").asBoolean(true)).isFalse();
        assertThat(calls().as("ORGANISER", Map.of("region", "f".repeat(32)))
                        .sample("not-found")
                        .post(path, "{\"complete\": false}")
                        .status())
                .isEqualTo(404);
        var fiftyOne = IntStream.rangeClosed(1, 51)
                .mapToObj("event=%032x"::formatted)
                .collect(Collectors.joining("&", "/lists?", ""));
        assertThat(organiser.sample("too-many").get(fiftyOne).codes()).containsExactly("event TOO_MANY");
        var lists = organiser.sample("not-complete").get("/lists?event=" + RIVERSIDE);
        assertThat(lists.json().at("/0/complete").asBoolean(true)).isFalse();
        assertThat(calls().as("ORGANISER", Map.of("region", "f".repeat(32)))
                        .get("/lists?event=" + RIVERSIDE)
                        .json())
                .isEmpty();
    }

    private void stayAway(String problem) {
        assertThat(anybody()
                        .sample(problem)
                        .post("/links/stay-away", stayingAway(WREN))
                        .problem())
                .isEqualTo(problem);
    }

    private static String stayingAway(String attendance) {
        return FeedbackHarness.link("feedback", 1, attendance).replaceFirst("}$", ", \"reason\": \"CARING\"}");
    }

    private void followUp() {
        assertThat(anybody()
                        .sample("not-yet")
                        .post("/follow-ups/not-yet", FeedbackHarness.link("follow-up", 1, WREN))
                        .status())
                .isEqualTo(204);
        assertThat(anybody()
                        .sample("unknown")
                        .post("/follow-ups/not-yet", FeedbackHarness.link("feedback", 1, WREN))
                        .status())
                .isEqualTo(404);
        read("follow-up", "follow-up-answered", 200);
    }

    private void calledOff() {
        feedback.tell("natter.events", "event.cancelled.v1", "boiler", body -> {}, "event/" + RIVERSIDE + "/9");
        until(() -> feedback.bean(Rooms.class)
                .gathering(new EventId(RIVERSIDE))
                .filter(Gathering::calledOff)
                .isPresent());
    }

    private void everyRouteRefuses(String problem) {
        written()
                .forEach((path, body) -> assertThat(write(problem, path, body).problem())
                        .as(path)
                        .isEqualTo(problem));
        assertThat(wren().sample(problem).send("POST", ANSWER + "/send", null).problem())
                .isEqualTo(problem);
        assertThat(wren().sample(problem).get(ANSWER).problem()).isEqualTo(problem);
    }

    private static HttpCalls.Answer write(String sample, String path, Object body) {
        return wren().sample(sample).send(path.contains("/steps/") ? "PUT" : "POST", path, body);
    }

    private void read(String purpose, String sample, int status) {
        assertThat(anybody()
                        .sample(sample)
                        .post("/links/read", FeedbackHarness.link(purpose, 1, WREN))
                        .status())
                .isEqualTo(status);
    }

    private static HttpCalls.As wren() {
        return calls().as("ANSWER", Map.of("sub", WREN, "gen", 1, "event", RIVERSIDE));
    }

    private HttpCalls.As samir() {
        return calls().as("ANSWER", Map.of("sub", SAMIR, "gen", 1, "event", RIVERSIDE));
    }

    private HttpCalls.As anybody() {
        return calls().as("PUBLIC", Map.of("sub", "public"));
    }

    private static String json(Object value) {
        return FeedbackHarness.JSON.writeValueAsString(value);
    }

    private static void until(java.util.concurrent.Callable<Boolean> happened) {
        await().atMost(Duration.ofSeconds(30)).until(happened);
    }
}
