package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.Calls;
import org.natter.attendee.WholeService;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;

/** The golden exchanges of a history: Wren's, after a TeachMeet and a pub evening, of which three things came. */
@WholeService
class HistorySamplesTest {

    private final Calls calls;
    private final People people;
    private final PrivateWords words;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final MongoOperations mongo;
    private final EventId teachMeet = new EventId(HexId.random());
    private final EventId pub = new EventId(HexId.random());
    private final String town = HexId.random();
    private Map<String, Person> cast = Map.of();

    @Autowired
    HistorySamplesTest(
            Calls calls,
            People people,
            PrivateWords words,
            Map<String, Consumer<Message<byte[]>>> functions,
            MongoOperations mongo) {
        this.mongo = mongo;
        this.calls = calls;
        this.people = people;
        this.words = words;
        this.functions = functions;
    }

    @BeforeEach
    void twoEvenings() {
        cast = Map.of(
                "Wren Hadley", somebody("Wren Hadley", Sector.COLLEGE),
                "Iona Stroud", somebody("Iona Stroud", Sector.HEALTH),
                "Tobias Quill", somebody("Tobias Quill", Sector.PUBLIC),
                "Samir Marsh", somebody("Samir Marsh", Sector.COLLEGE));
        hear(MessagesOfOthers.published(
                teachMeet.value(), 1, "TeachMeet", "2026-03-11T16:30:00Z", "2026-03-11T18:30:00Z"));
        hear(MessagesOfOthers.published(
                pub.value(), 1, "Riverside pub evening", "2026-07-09T17:30:00Z", "2026-07-09T20:00:00Z"));
        var version = 1;
        for (var guest : cast.values()) {
            hear(MessagesOfOthers.booked(
                    pub.value(),
                    at(guest.name(), pub).value(),
                    version++,
                    "2026-07-01T12:00:00Z",
                    guest.sector().name(),
                    false));
            hear(MessagesOfOthers.checkedIn(pub.value(), at(guest.name(), pub).value(), 1, "2026-07-09T17:40:00Z"));
        }
        answer(teachMeet, "Wren Hadley", "2026-03-12T10:00:00Z", side("Iona Stroud", teachMeet, "NEW", "CHAT"));
        var introduced = new HashMap<>(side("Tobias Quill", pub, "NEW", "USEFUL"));
        introduced.put(
                "introduced",
                Map.of("by", "ATTENDANCE", "id", at("Iona Stroud", pub).value()));
        var label = words.label(at("Wren Hadley", pub), "H, red scarf").orElseThrow();
        var vague = new HashMap<>(MessagesOfOthers.side("LABEL", label.value(), "NEW", "NOT_SAID"));
        vague.put("again", "MAYBE");
        answer(
                pub,
                "Wren Hadley",
                "2026-07-10T10:00:00Z",
                side("Iona Stroud", pub, "BIT", "CHAT"),
                introduced,
                side("Samir Marsh", pub, "NEW", "CHAT"),
                vague);
        answer(pub, "Iona Stroud", "2026-07-10T11:00:00Z", side("Wren Hadley", pub, "BIT", "CHAT"));
        credit(1, "ADVICE", "Iona Stroud");
        credit(2, "KEPT_IN_TOUCH", "Tobias Quill");
        credit(3, "JOB", "Iona Stroud");
        credit(4, "WORK_EXPERIENCE", "Tobias Quill");
    }

    /** Everything of the notebook, on a history that has it all. */
    private void writeByHand(String wren) {
        var iona = at("Iona Stroud", teachMeet).value();
        var me = calls.attendee(wren);
        me.sample("note").put("/me/history/people/" + iona, Map.of("note", "Buses and crosswords.", "metAgain", true));
        me.sample("too-long").put("/me/history/people/" + iona, Map.of("note", "w".repeat(2001)));
        me.sample("changed-meanwhile").put("/me/history/people/" + iona, Map.of("note", "Rowing.", "insteadOf", ""));
        var tobias = at("Tobias Quill", pub).value();
        me.sample("kept-in-touch").put("/me/history/people/" + tobias, Map.of("keptInTouch", true, "removed", false));
        me.sample("words-and-aim")
                .put(
                        "/me/history/evenings/" + pub,
                        Map.of(
                                "words", "Overheard: large print to give away.",
                                "aim", "Say hello to one person from another sector",
                                "went", "DID_IT"));
        me.sample("too-long").put("/me/history/evenings/" + pub, Map.of("words", "w".repeat(2001)));
        me.sample("changed-meanwhile").put("/me/history/evenings/" + pub, Map.of("words", "Rowing.", "insteadOf", ""));
        me.sample("aim-changed-meanwhile")
                .put(
                        "/me/history/evenings/" + pub,
                        Map.of("aim", "Ask one question", "aimInsteadOf", "", "wentInsteadOf", "SORT_OF"));
        me.sample("unknown-event").put("/me/history/evenings/" + HexId.random(), Map.of());
        me.sample("words-and-aim").get("/me/history/evenings/" + pub);
        me.sample("nothing").get("/me/history/evenings/" + teachMeet);
        me.put("/me/history/evenings/" + teachMeet, Map.of("aim", "Ask one question"));
        me.sample("aim").get("/me/history/evenings/" + teachMeet);
        me.sample("unknown-event").get("/me/history/evenings/" + HexId.random());
        me.sample("elsewhere")
                .post(
                        "/me/history/meetings",
                        Map.of(
                                "id", HexId.random(),
                                "where", "Course in Leeds",
                                "on", "2026-05-20",
                                "words", "Somebody with a parrot",
                                "useful", true));
        me.sample("at-an-event")
                .post(
                        "/me/history/meetings",
                        Map.of("id", HexId.random(), "event", teachMeet.value(), "person", tobias, "known", false));
        me.sample("nothing-filled-in").post("/me/history/meetings", Map.of());
        me.sample("not-to-come")
                .post(
                        "/me/history/meetings",
                        Map.of(
                                "id", HexId.random(),
                                "where", "Course in Leeds",
                                "on", "2199-05-20",
                                "words", "Somebody with a parrot"));
        var ahead = new EventId(HexId.random());
        hear(MessagesOfOthers.published(ahead.value(), 1, "Far ahead", "2199-05-20T17:30:00Z", "2199-05-20T20:00:00Z"));
        at("Wren Hadley", ahead);
        me.sample("not-begun")
                .post("/me/history/meetings", Map.of("id", HexId.random(), "event", ahead.value(), "words", "Parrot"));
        me.sample("two-people")
                .post(
                        "/me/history/meetings",
                        Map.of(
                                "id",
                                HexId.random(),
                                "event",
                                teachMeet.value(),
                                "person",
                                tobias,
                                "words",
                                "Somebody with a parrot"));
        me.sample("told")
                .post(
                        "/me/history/outcomes",
                        Map.of(
                                "id",
                                HexId.random(),
                                "kind",
                                "VISIT",
                                "direction",
                                "GIVEN",
                                "year",
                                2026,
                                "month",
                                8,
                                "person",
                                iona,
                                "words",
                                "She came to see our zines"));
        me.sample("nothing-filled-in").post("/me/history/outcomes", Map.of());
        me.sample("before-they-met")
                .post(
                        "/me/history/outcomes",
                        Map.of("id", HexId.random(), "kind", "VISIT", "year", 2026, "month", 1, "person", iona));
        me.sample("taken-back").delete("/me/history/outcomes/" + HexId.random());
        me.sample("taken-back").delete("/me/history/meetings/" + HexId.random());
        calls.answering(at("Wren Hadley", pub), pub)
                .sample("two-weeks")
                .put("/events/" + pub + "/outcomes/%032x/words".formatted(4), Map.of("words", "Two weeks with Tobias"));
        hear(MessagesOfOthers.invitationDue(
                pub.value(), at("Wren Hadley", pub).value(), 1, "2026-07-10T09:00:00Z", "2199-07-23T22:59:00Z"));
    }

    @Test
    void whatIsSharedIsTheOwnersChoice() {
        var wren = calls.attendee(cast.get("Wren Hadley").id().value());

        assertThat(wren.sample("nothing-said").get("/me/choices").json().toString())
                .isEqualTo("{\"bothSaidSo\":true,\"circles\":false,\"coming\":false}");
        wren.sample("changed-meanwhile")
                .put(
                        "/me/choices",
                        Map.of(
                                "coming",
                                true,
                                "insteadOf",
                                Map.of("bothSaidSo", false, "circles", true, "coming", true)));
        wren.sample("all").put("/me/choices", Map.of("bothSaidSo", false, "circles", true, "coming", true));
        assertThat(wren.get("/me/choices").json().toString())
                .isEqualTo("{\"bothSaidSo\":false,\"circles\":true,\"coming\":true}");
        for (var route : List.of(
                "/me/choices", "/me/history/people/" + HexId.random(), "/me/history/evenings/" + HexId.random())) {
            calls.attendee(HexId.random()).sample("unknown-person").put(route, Map.of());
        }
        calls.attendee(HexId.random())
                .sample("unknown-person")
                .post(
                        "/me/history/meetings",
                        Map.of("id", HexId.random(), "where", "Bus stop", "on", "2026-05-20", "words", "Parrot"));
        calls.attendee(HexId.random())
                .sample("unknown-person")
                .post(
                        "/me/history/outcomes",
                        Map.of(
                                "id",
                                HexId.random(),
                                "kind",
                                "VISIT",
                                "year",
                                2026,
                                "month",
                                8,
                                "person",
                                HexId.random()));
        wren.sample("same-as").put("/me/history/people/" + HexId.random(), Map.of("sameAs", HexId.random()));
        var elsewhere = Map.of("id", HexId.random(), "event", HexId.random(), "words", "H, red scarf");
        wren.sample("unknown-event").post("/me/history/meetings", elsewhere);
        calls.answering(at("Wren Hadley", pub), pub)
                .sample("unknown-event")
                .put("/events/" + HexId.random() + "/outcomes/" + HexId.random() + "/words", Map.of());
        calls.attendee(HexId.random()).sample("unknown-person").get("/me/choices");
        calls.attendee(HexId.random()).sample("unknown-person").get("/me/history/evenings/" + HexId.random());
        calls.attendee(HexId.random()).sample("unknown-person").delete("/me/history/outcomes/" + HexId.random());
        calls.attendee(HexId.random()).sample("unknown-person").delete("/me/history/meetings/" + HexId.random());
    }

    @Test
    void aHistoryHasEventsPeopleAndWhatCameOfIt() {
        var wren = cast.get("Wren Hadley");
        writeByHand(wren.id().value());

        var history = calls.attendee(wren.id().value())
                .sample("wren")
                .get("/me/history")
                .json();

        assertThat(history.path("events")
                        .valueStream()
                        .map(event -> event.path("title").asString()))
                .containsExactly("Riverside pub evening", "Course in Leeds", "TeachMeet");
        assertThat(history.at("/events/0/people")
                        .valueStream()
                        .map(met -> met.path("name").asString()))
                .containsExactly("Iona Stroud", "Tobias Quill", "Samir Marsh", "H, red scarf");
        assertThat(history.at("/events/0/people/1/introducedByName").asString()).isEqualTo("Iona Stroud");
        assertThat(history.at("/events/0/sentences").valueStream().map(JsonNode::asString))
                .startsWith(
                        "You spoke to 5 people; 3 were new.",
                        "You'd know 3, perhaps 4, of them again.",
                        "Three kinds of library.");
        assertThat(history.at("/totals/chatSentence").asString()).isEqualTo("3 of your 4 began as just a chat.");
        assertThat(history.path("outcomes")).hasSize(5);
        assertThat(history.path("headline").asString())
                .isEqualTo("Two weeks with Tobias came of meeting Tobias Quill.");
        assertThat(history.at("/events/0/introductions").toString()).isEqualTo("[[\"Iona Stroud\",\"Tobias Quill\"]]");
        assertThat(history.at("/events/0/privateWords").asString()).startsWith("Overheard:");
        assertThat(history.at("/events/0/form/generation").asInt()).isEqualTo(1);
    }

    @Test
    void aThankYouPageHasTheSentencesOfItsEvening() {
        var me = at("Wren Hadley", pub);

        assertThat(calls.answering(me, pub)
                        .sample("answered")
                        .get("/attendances/" + me + "/evening?sent=2026-07-10T10:00:00Z")
                        .json()
                        .path("answerKnown")
                        .asBoolean())
                .isTrue();
        assertThat(calls.answering(me, pub)
                        .sample("not-known-yet")
                        .get("/attendances/" + me + "/evening?sent=2026-07-10T10:05:00Z")
                        .json()
                        .path("answerKnown")
                        .asBoolean())
                .isFalse();
        assertThat(calls.answering(at("Iona Stroud", pub), pub)
                        .sample("somebody-elses")
                        .get("/attendances/" + me + "/evening")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theKeyIsMailedToWhoeverTheAnswerIsFrom() {
        var me = at("Wren Hadley", pub);
        var browser = Map.of("browser", "ab".repeat(32));
        var requests = mongo.getCollection("sign_in_request");
        var before = requests.countDocuments();

        var sent = calls.answering(me, pub).sample("sent").post("/attendances/" + me + "/key", browser);

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text()).isEqualTo("{}");
        assertThat(requests.countDocuments()).isEqualTo(before + 1);
        calls.answering(me, pub).sample("no-browser").post("/attendances/" + me + "/key", Map.of());
        assertThat(calls.answering(at("Iona Stroud", pub), pub)
                        .sample("somebody-elses")
                        .post("/attendances/" + me + "/key", browser)
                        .status())
                .isEqualTo(404);
        assertThat(requests.countDocuments()).isEqualTo(before + 1);
    }

    @Test
    void whoseLinkReachedSomebodyElseIsToldOnce() {
        var me = at("Wren Hadley", pub);
        var path = "/attendances/" + me + "/not-mine";
        var told = new Document("_id", "not-theirs/" + me);
        var queue = mongo.getCollection("mail_queue");

        assertThat(calls.answering(at("Iona Stroud", pub), pub)
                        .sample("somebody-elses")
                        .send("POST", path, null)
                        .status())
                .isEqualTo(404);
        assertThat(queue.countDocuments(told)).isZero();
        assertThat(calls.answering(me, pub)
                        .sample("told")
                        .send("POST", path, null)
                        .status())
                .isEqualTo(204);
        calls.answering(me, pub).send("POST", path, null);

        assertThat(queue.countDocuments(told)).isEqualTo(1);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private final void answer(EventId event, String writer, String at, Map<String, Object>... met) {
        List<Map<String, Object>> others = met.length > 1 ? List.of(Map.of("sector", "PUBLIC", "count", 1)) : List.of();
        hear(MessagesOfOthers.answered(event.value(), at(writer, event).value(), 1, at, List.of(met), others));
    }

    private Map<String, Object> side(String other, EventId event, String before, String talk) {
        return MessagesOfOthers.side("ATTENDANCE", at(other, event).value(), before, talk);
    }

    private void credit(int number, String kind, String whom) {
        hear(MessagesOfOthers.outcome(
                "%032x".formatted(number),
                pub.value(),
                at("Wren Hadley", pub).value(),
                kind,
                "ATTENDANCE",
                at(whom, pub).value(),
                "2026-09-20T10:00:00Z"));
    }

    private Person somebody(String name, Sector sector) {
        var address = name.split(" ")[0].toLowerCase(Locale.ROOT) + "@" + town + ".example";
        return people.withAddress(new EmailAddress(address), new PersonDetails(name, "", sector));
    }

    private AttendanceId at(String name, EventId event) {
        return Attending.of(people, cast.get(name).id(), event, AttendanceId.random());
    }

    private void hear(MessagesOfOthers.Sent sent) {
        var function = Map.of(
                        "natter.events", "historyEvents",
                        "natter.attendees", "historyAttendees",
                        "natter.feedback", "historyFeedback")
                .get(sent.topic());
        functions.get(function).accept(sent.message());
    }
}
