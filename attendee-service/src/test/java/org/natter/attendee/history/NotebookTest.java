package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.HttpCalls;
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

/** What is added to a history by hand, what others may learn of it, and who never learns anything. */
@WholeService
class NotebookTest {

    private static final List<String> NAMES = List.of("Wren", "Iona", "Tobias", "Amara", "Samir", "Ruth", "Stranger");

    private final Calls calls;
    private final Clock clock;
    private final People people;
    private final PrivateWords words;
    private final ReadingHistory histories;
    private final MongoOperations store;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final EventId pub = new EventId(HexId.random());
    private final EventId later = new EventId(HexId.random());
    private final String town = HexId.random();
    private final Map<String, Person> cast = new HashMap<>();

    @Autowired
    NotebookTest(
            Calls calls,
            Clock clock,
            People people,
            PrivateWords words,
            ReadingHistory histories,
            MongoOperations store,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.store = store;
        this.calls = calls;
        this.clock = clock;
        this.people = people;
        this.words = words;
        this.histories = histories;
        this.functions = functions;
    }

    @BeforeEach
    void anEveningWithFiveOthers() {
        NAMES.forEach(name -> cast.put(name, somebody(name)));
        hear(MessagesOfOthers.published(pub.value(), 1, "Pub", "2026-07-09T17:30:00Z", "2026-07-09T20:00:00Z"));
        hear(MessagesOfOthers.published(later.value(), 1, "Later", "2026-09-09T17:30:00Z", "2026-09-09T20:00:00Z"));
        answer("Wren", pub, side("Iona", "NEW"), side("Tobias", "WELL"), side("Amara", "NEW"), side("Samir", "NEW"));
        answer("Iona", pub, side("Wren", "BIT"), side("Tobias", "NEW"));
        answer("Tobias", pub, side("Iona", "NEW"), side("Wren", "WELL"));
    }

    @Test
    void anOldFriendSeenOnceWasNotMetOnce() {
        assertThat(person("Tobias").path("knewBefore").asBoolean()).isTrue();
        assertThat(person("Tobias").path("stage").asString()).isEqualTo("MET_ONCE");
        assertThat(person("Iona").path("knewBefore").asBoolean()).isFalse();
    }

    @Test
    void aNoteAndTwoStagesStandOnTheirPage() {
        write("Iona", Map.of("note", "  Buses and crosswords. "));
        write("Iona", Map.of("metAgain", true));

        assertThat(person("Iona").path("note").asString()).isEqualTo("Buses and crosswords.");
        assertThat(person("Iona").path("stage").asString()).isEqualTo("MET_AGAIN");
        write("Iona", Map.of("keptInTouch", true));
        assertThat(person("Iona").path("stage").asString()).isEqualTo("KEPT_IN_TOUCH");
        assertThat(history("Iona").toString()).doesNotContain("crosswords");
        write("Iona", Map.of("keptInTouch", false, "metAgain", false));
        assertThat(person("Iona").path("stage").asString()).isEqualTo("MET_ONCE");
    }

    /** Of two pages that were looked at before either was kept, the service alone can tell which came second. */
    @Test
    void whatIsKeptInOneMomentStaysOnceAndTheOthersHearOfIt() throws Exception {
        var aim = "/me/history/evenings/" + pub;
        var note = "/me/history/people/" + at("Iona", pub).value();

        assertThat(keptAtOnce(note, mine -> Map.of("note", mine, "insteadOf", "")))
                .containsExactly(person("Iona").path("note").asString());
        assertThat(keptAtOnce(aim, mine -> Map.of("aim", mine, "aimInsteadOf", "")))
                .containsExactly(history("Wren").at("/events/0/aim/words").asString());
    }

    /** What was kept of these, each in the place of what stood there before. */
    private List<String> keptAtOnce(String path, Function<String, Map<String, String>> said) throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(6);
        try {
            var answers = IntStream.range(0, 6)
                    .mapToObj(number -> "Words " + number)
                    .map(mine -> threads.submit(() -> {
                        start.await();
                        var status = calls.attendee(id("Wren"))
                                .put(path, said.apply(mine))
                                .status();
                        assertThat(status).isIn(204, 409);
                        return status == 204 ? mine : "";
                    }))
                    .toList();
            start.countDown();
            var kept = new ArrayList<String>();
            for (var answer : answers) {
                kept.add(answer.get());
            }
            kept.removeIf(String::isEmpty);
            return kept;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsKeptGoesInThePlaceOfWhatWasSeenAndTwiceIsOnce() {
        var wren = calls.attendee(id("Wren"));
        var note = "/me/history/people/" + at("Iona", pub).value();
        var aim = "/me/history/evenings/" + pub;
        var buses = Map.of("note", "Buses.", "insteadOf", "");
        var question = Map.of("aim", "Ask one question", "went", "SORT_OF", "aimInsteadOf", "");
        var didIt = Map.of(
                "aim",
                "Ask one question",
                "went",
                "DID_IT",
                "aimInsteadOf",
                "Ask one question",
                "wentInsteadOf",
                "SORT_OF");
        var all = Map.of("circles", true, "insteadOf", Map.of("bothSaidSo", true));
        var none = Map.of("insteadOf", Map.of("bothSaidSo", true));

        for (var time = 0; time < 2; time++) {
            assertThat(wren.put(note, buses).status()).isEqualTo(204);
            assertThat(wren.put(aim, question).status()).isEqualTo(204);
            assertThat(wren.put("/me/choices", all).status()).isEqualTo(200);
        }
        assertThat(wren.put(note, Map.of("note", "Rowing.", "insteadOf", "")).problem())
                .isEqualTo("changed-meanwhile");
        assertThat(wren.put(aim, Map.of("aim", "Rowing", "aimInsteadOf", "Ask one question"))
                        .problem())
                .as("how it went was seen by nobody")
                .isEqualTo("changed-meanwhile");
        assertThat(wren.put("/me/choices", none).problem()).isEqualTo("changed-meanwhile");
        assertThat(wren.put(note, Map.of("note", "Rowing.", "insteadOf", "Buses."))
                        .status())
                .isEqualTo(204);
        assertThat(wren.put(aim, didIt).status()).isEqualTo(204);

        assertThat(person("Iona").path("note").asString()).isEqualTo("Rowing.");
        assertThat(history("Wren").at("/events/0/aim/went").asString()).isEqualTo("DID_IT");
        assertThat(wren.get("/me/choices").json().toString())
                .isEqualTo("{\"bothSaidSo\":false,\"circles\":true,\"coming\":false}");
    }

    /** A label has a page, and so has whom it really is: what is said of them afterwards is said of both. */
    @Test
    void whoReallyIsSomebodyElseHasOneNoteAndOneWordForEach() {
        var label = words.label(at("Wren", later), "H, red scarf").orElseThrow();
        answer("Wren", later, MessagesOfOthers.side("LABEL", label.value(), "NEW", "CHAT"));
        write(label.value(), Map.of("note", "Red scarf.", "keptInTouch", true));
        write("Iona", Map.of("note", "Buses."));
        write(label.value(), Map.of("sameAs", at("Iona", pub).value()));
        assertThat(person("Iona").path("note").asString()).contains("Red scarf.", "Buses.");

        var both = person("Iona").path("note").asString();
        write("Iona", Map.of("note", "Buses, in a red scarf.", "insteadOf", both));
        write("Iona", Map.of("keptInTouch", false));

        assertThat(person("Iona").path("note").asString()).isEqualTo("Buses, in a red scarf.");
        assertThat(person("Iona").path("keptInTouch").asBoolean()).isFalse();
    }

    @Test
    void somebodyRemovedIsGoneHereAndIsToldNothing() {
        assertThat(met("Iona").path("bothSaidSo").asBoolean()).isTrue();
        var before = calls.attendee(id("Tobias")).get("/me/history").text();

        write("Iona", Map.of("removed", true));

        assertThat(names(history("Wren"))).containsExactlyInAnyOrder("Tobias", "Amara", "Samir");
        assertThat(history("Iona").at("/people/0/name").asString()).isEqualTo("Tobias");
        assertThat(history("Iona")
                        .path("people")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals("Wren"))
                        .map(one -> one.path("bothSaidSo").asBoolean()))
                .as("as if Wren had never said so")
                .containsExactly(false);
        assertThat(calls.attendee(id("Tobias")).get("/me/history").text()).isEqualTo(before);
        write("Iona", Map.of("removed", false));
        assertThat(names(history("Wren"))).contains("Iona");
    }

    /** By their attendance at another evening, too: whoever met them again says so. */
    @Test
    void somebodyRemovedIsBackOnceTheyAreTickedAnewAndNobodyElseIs() {
        var wren = at("Wren", pub);
        write("Iona", Map.of("removed", true));
        write("Tobias", Map.of("removed", true));
        var again = at("Iona", later);

        var named = calls.answering(wren, pub)
                .post("/attendances/" + wren + "/named", Map.of("people", List.of(again.value())));

        assertThat(named.status()).isEqualTo(204);
        assertThat(names(history("Wren"))).contains("Iona").doesNotContain("Tobias");
    }

    /** Somebody was named, if they are not shown any more: that is another thing than having met nobody. */
    @Test
    void anAnswerOfWhomeverWasRemovedIsNotOneOfNobody() {
        var added = new EventId(HexId.random());
        hear(MessagesOfOthers.published(added.value(), 1, "Quiet", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));
        answer("Ruth", added, side("Iona", "NEW"));
        var iona = history("Ruth").at("/people/0/person").asString();
        assertThat(history("Ruth").at("/events/0/sentences/0").asString()).isEqualTo("One good conversation.");

        calls.attendee(id("Ruth")).put("/me/history/people/" + iona, Map.of("removed", true));

        assertThat(history("Ruth").at("/events/0/sentences")).isEmpty();
        assertThat(history("Ruth").path("headline").isNull()).isTrue();
        calls.attendee(id("Ruth")).put("/me/history/people/" + iona, Map.of("removed", false));
        assertThat(history("Ruth").at("/events/0/sentences/0").asString()).isEqualTo("One good conversation.");
    }

    /** "They vanish from your history, with all you noted." */
    @Test
    void somebodyRemovedIsGoneFromWhatCameOfItAndAsWhoIntroducedOthers() {
        var introduced = new HashMap<>(side("Amara", "NEW"));
        introduced.put(
                "introduced", Map.of("by", "ATTENDANCE", "id", at("Iona", pub).value()));
        answer(
                "Wren",
                pub,
                side("Iona", "NEW"),
                side("Tobias", "WELL"),
                introduced,
                side("Samir", "NEW"),
                side("Ruth", "NEW"));
        hear(MessagesOfOthers.outcome(
                HexId.random(),
                pub.value(),
                at("Wren", pub).value(),
                "ADVICE",
                "ATTENDANCE",
                at("Iona", pub).value(),
                "2026-09-20T10:00:00Z"));
        calls.attendee(id("Wren"))
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
                                10,
                                "person",
                                at("Iona", pub).value(),
                                "words",
                                ""));
        assertThat(history("Wren").path("outcomes")).hasSize(2);
        assertThat(history("Wren").at("/events/0/introductions").toString()).contains("Iona");

        write("Iona", Map.of("removed", true));

        assertThat(history("Wren").toString()).doesNotContain("Iona");
        assertThat(history("Wren").path("outcomes")).isEmpty();
        assertThat(history("Wren").path("headline").asString())
                .isEqualTo("Four people you'd know again. These things usually take months.");
        write("Iona", Map.of("removed", false));
        assertThat(history("Wren").path("outcomes")).hasSize(2);
        assertThat(met("Amara").path("introducedByName").asString()).isEqualTo("Iona");
    }

    @Test
    void aLabelBecomesSomebodyOfOnesOwnHistoryAndNobodyElse() {
        var label = words.label(at("Wren", later), "H, red scarf").orElseThrow();
        answer("Wren", later, MessagesOfOthers.side("LABEL", label.value(), "NEW", "CHAT"));
        write(label.value(), Map.of("sameAs", at("Iona", pub).value()));

        assertThat(names(history("Wren"))).containsExactlyInAnyOrder("Iona", "Tobias", "Amara", "Samir");
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(2);

        write(label.value(), Map.of("sameAs", at("Stranger", pub).value()));
        assertThat(history("Wren").toString()).contains("H, red scarf").doesNotContain("Stranger");
        write(label.value(), Map.of("sameAs", label.value()));
        assertThat(names(history("Wren"))).contains("H, red scarf");
    }

    /** Whoever is several already becomes somebody else with all that they are, and is what they were before once parted. */
    @Test
    void whoIsSeveralAlreadyBecomesSomebodyElseAsAWhole() {
        var kim = meets("Kim", "2026-05-01");
        var kimberley = meets("Kimberley", "2026-06-01");
        var della = meets("Della", "2026-07-01");
        write(kim, Map.of("note", "Kayaks."));
        write(kimberley, Map.of("note", "Owls."));
        write(della, Map.of("note", "Chess."));
        write(kim, Map.of("sameAs", kimberley));
        var one = person("Kimberley");
        assertThat(one.path("person").asString()).isEqualTo(kim);
        assertThat(one.path("ids").valueStream().map(JsonNode::asString)).containsExactly(kim, kimberley);

        for (var time = 0; time < 2; time++) {
            write(kim, Map.of("sameAs", della));
            assertThat(names(history("Wren"))).contains("Della").doesNotContain("Kim", "Kimberley");
            assertThat(person("Della").path("note").asString()).contains("Kayaks.", "Owls.", "Chess.");
            assertThat(person("Della").path("meetings").asInt()).isEqualTo(3);
        }

        write(kimberley, Map.of("sameAs", kimberley));
        assertThat(person("Kimberley")).as("as before").isEqualTo(one);
        assertThat(person("Della").path("note").asString()).isEqualTo("Chess.");
    }

    @Test
    void whoIsTheSameAlreadyStaysSoWhicheverOfThemIsAsked() {
        var kim = meets("Kim", "2026-05-01");
        var kimberley = meets("Kimberley", "2026-06-01");
        var kimmy = meets("Kimmy", "2026-06-02");
        write(kim, Map.of("sameAs", kimberley));
        write(kimberley, Map.of("sameAs", kimmy));
        for (var one : List.of(kim, kimberley, kimmy)) {
            for (var other : List.of(kim, kimberley, kimmy)) {
                if (!one.equals(other)) {
                    write(one, Map.of("sameAs", other));
                }
            }
        }

        assertThat(names(history("Wren"))).contains("Kimmy").doesNotContain("Kim", "Kimberley");
        assertThat(person("Kimmy").path("really").asString()).isEqualTo(kimmy);
        write(kimmy, Map.of("sameAs", at("Iona", pub).value()));
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(4);
        write(kim, Map.of("sameAs", at("Tobias", pub).value()));
        assertThat(person("Tobias").path("meetings").asInt()).as("all of them").isEqualTo(4);
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(1);
    }

    /** Two tabs at once can say of two labels that each is the other. */
    @Test
    void labelsThatAreEachOtherAreOnePerson() {
        var kim = meets("Kim", "2026-05-01");
        var kimberley = meets("Kimberley", "2026-06-01");
        var wren = new Document("_id", id("Wren"));
        for (var ring : List.of(List.of(kim, kimberley), List.of(kimberley, kim))) {
            var page = "pages." + ring.get(0) + ".sameAs";
            store.getCollection("notebook").updateOne(wren, new Document("$set", new Document(page, ring.get(1))));
        }

        assertThat(names(history("Wren")))
                .filteredOn(name -> name.startsWith("Kim"))
                .hasSize(1);
        write(kim, Map.of("sameAs", at("Iona", pub).value()));
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(3);
    }

    /** Somebody in own words, from elsewhere. */
    private String meets(String name, String on) {
        var id = HexId.random();
        var sent = calls.attendee(id("Wren"))
                .post("/me/history/meetings", Map.of("id", id, "where", "Bus stop", "on", on, "words", name));
        assertThat(sent.status()).isEqualTo(204);
        return id;
    }

    /** Met twice in one evening, once by name and once as somebody whose name was missed, they are one person all over. */
    @Test
    void whoReallyIsSomebodyElseOfTheSameEveningCountsOnce() {
        var label = words.label(at("Wren", pub), "H, red scarf").orElseThrow();
        var scarf = new HashMap<>(MessagesOfOthers.side("LABEL", label.value(), "BIT", "USEFUL"));
        scarf.put("introduced", Map.of("by", "ATTENDANCE", "id", at("Iona", pub).value()));
        answer(
                "Wren",
                pub,
                scarf,
                side("Iona", "NEW"),
                side("Tobias", "WELL"),
                side("Amara", "NEW"),
                side("Samir", "NEW"));
        assertThat(history("Wren").toString()).contains("You spoke to 5 people; 3 were new.");

        write(label.value(), Map.of("sameAs", at("Iona", pub).value()));

        var merged = history("Wren");
        assertThat(merged.toString())
                .contains("You spoke to 4 people; 2 were new.")
                .doesNotContain("You spoke to 5", "H, red scarf");
        assertThat(names(merged)).containsExactlyInAnyOrder("Iona", "Tobias", "Amara", "Samir");
        assertThat(merged.at("/events/0/people")).hasSize(4);
        assertThat(met("Iona").path("before").asString()).isEqualTo("KNOWN");
        assertThat(met("Iona").path("talk").asString()).isEqualTo("BOTH");
        assertThat(met("Iona").path("bothSaidSo").asBoolean()).isTrue();
        assertThat(met("Iona").path("introducedByName").isNull()).isTrue();
        assertThat(merged.at("/facts/0/fact").asString()).startsWith("4 people");

        write(label.value(), Map.of("sameAs", label.value()));
        assertThat(history("Wren").toString()).contains("You spoke to 5 people; 3 were new.", "H, red scarf");
    }

    @Test
    void meetingsFromElsewhereAndPeopleAddedCountInOnesOwnFigures() {
        add(Map.of("where", "Course in Leeds", "on", "2026-08-01", "words", "Parrot", "useful", true));
        add(Map.of(
                "where",
                "Bus stop",
                "on",
                "2026-08-02",
                "person",
                at("Iona", pub).value()));
        add(Map.of("event", pub.value(), "words", "Quiet one by the door"));

        var history = history("Wren");
        assertThat(names(history)).contains("Parrot", "Quiet one by the door");
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(2);
        assertThat(history.path("events")
                        .valueStream()
                        .map(one -> one.path("title").asString()))
                .containsExactly("Bus stop", "Course in Leeds", "Pub");
        assertThat(history.at("/events/2/sentences/0").asString()).isEqualTo("You spoke to 5 people; 4 were new.");
        assertThat(history.at("/facts/0/base").asString())
                .startsWith("Over the one event you told us about and what you noted from elsewhere");
        assertThat(add(Map.of("event", HexId.random(), "words", "X"))).isEqualTo(404);
        assertThat(add(Map.of("where", "X", "on", "yesterday", "words", "X"))).isEqualTo(422);
        assertThat(add(Map.of("where", "X", "on", "2026-08-01", "words", "  "))).isEqualTo(422);
    }

    /** "You were there. That's where it starts." was said of an evening that never was. */
    @Test
    void anEventThatWasCalledOffIsNoEveningOneWasAt() {
        var off = new EventId(HexId.random());
        hear(MessagesOfOthers.published(off.value(), 1, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));
        hear(MessagesOfOthers.checkedIn(off.value(), at("Wren", off).value(), 1, "2026-08-09T17:10:00Z"));
        assertThat(titles(history("Wren"))).containsExactly("Off", "Pub");

        hear(MessagesOfOthers.calledOff(off.value(), 2, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));
        assertThat(titles(history("Wren"))).containsExactly("Pub");
        assertThat(history("Wren").at("/events/0/calledOff").asBoolean()).isFalse();

        for (var other : List.of("Iona", "Tobias")) {
            hear(MessagesOfOthers.checkedIn(off.value(), at(other, off).value(), 1, "2026-08-09T17:10:00Z"));
        }
        add(Map.of("event", off.value(), "words", "Quiet one outside the locked door"));
        add(Map.of("event", off.value(), "words", "Parrot"));
        add(Map.of("event", off.value(), "words", "Lantern"));
        var history = history("Wren");
        assertThat(titles(history)).containsExactly("Off", "Pub");
        assertThat(history.at("/events/0/calledOff").asBoolean()).isTrue();
        assertThat(history.at("/events/0/sentences"))
                .as("there was no room to compare with")
                .isEmpty();
        assertThat(history.at("/facts/0/base").asString())
                .startsWith("Over the one event you told us about and what you noted from elsewhere");
        var soFar = histories.of(cast.get("Wren").id(), "").orElseThrow().soFar();
        assertThat(soFar.answered()).isEqualTo(1);
        assertThat(soFar.people()).isEqualTo(7);
    }

    /** Answers that were given before it was called off are no evening either, and its form is closed. */
    @Test
    void whatWasAnsweredOfAnEventThatWasCalledOffIsNoEvening() {
        var off = new EventId(HexId.random());
        hear(MessagesOfOthers.published(off.value(), 1, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));
        answer("Wren", off, side("Ruth", "NEW"));
        hear(MessagesOfOthers.invitationDue(
                off.value(), at("Wren", off).value(), 1, "2026-08-10T09:00:00Z", "2500-01-01T00:00:00Z"));
        assertThat(history("Wren").at("/events/0/form").isObject()).isTrue();

        hear(MessagesOfOthers.calledOff(off.value(), 2, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));

        var history = history("Wren");
        assertThat(history.at("/events/0/sentences")).isEmpty();
        assertThat(history.at("/events/0/form").isNull()).isTrue();
        assertThat(names(history)).contains("Ruth");
        assertThat(histories.of(cast.get("Wren").id(), "").orElseThrow().soFar().answered())
                .isEqualTo(1);
    }

    @Test
    void nobodyWasAtTheOneEventThatWasCalledOff() {
        var off = new EventId(HexId.random());
        hear(MessagesOfOthers.published(off.value(), 1, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));
        hear(MessagesOfOthers.checkedIn(off.value(), at("Ruth", off).value(), 1, "2026-08-09T17:10:00Z"));
        calls.attendee(id("Ruth")).put("/me/history/evenings/" + off, Map.of("aim", "Ask one question"));
        assertThat(history("Ruth").path("headline").asString()).isEqualTo("You were there. That's where it starts.");

        hear(MessagesOfOthers.calledOff(off.value(), 2, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));

        assertThat(titles(history("Ruth"))).containsExactly("Off");
        assertThat(history("Ruth").path("headline").isNull()).isTrue();
    }

    @Test
    void ofWhatWasCalledOffNobodyReadsThatTheyWereThere() {
        var off = new EventId(HexId.random());
        hear(MessagesOfOthers.published(off.value(), 1, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));
        hear(MessagesOfOthers.checkedIn(off.value(), at("Ruth", off).value(), 1, "2026-08-09T17:10:00Z"));
        calls.attendee(id("Ruth")).put("/me/history/evenings/" + off, Map.of("words", "Bring the zines", "aim", "Ask"));
        assertThat(history("Ruth").path("headline").asString()).startsWith("You were there.");

        hear(MessagesOfOthers.calledOff(off.value(), 2, "Off", "2026-08-09T17:30:00Z", "2026-08-09T20:00:00Z"));

        assertThat(titles(history("Ruth"))).containsExactly("Off");
        assertThat(history("Ruth").path("headline").isNull()).isTrue();
    }

    @Test
    void whatIsStillToComeOrOnIsNotSaidToHaveBeen() {
        checkedIn("Ruth", Duration.ofHours(6), Duration.ofHours(9));
        assertThat(history("Ruth").path("headline").asString()).isEqualTo("You're checked in already. See you there.");
        assertThat(history("Ruth").at("/events/0/phase").asString()).isEqualTo("AHEAD");

        checkedIn("Ruth", Duration.ofHours(-2), Duration.ofHours(1));
        assertThat(history("Ruth").path("headline").asString())
                .isEqualTo("You're there now. Enjoy it; the rest can wait.");
        assertThat(history("Ruth").at("/events/1/phase").asString()).isEqualTo("ON");

        checkedIn("Ruth", Duration.ofHours(-3), Duration.ZERO);
        assertThat(history("Ruth").path("headline").asString()).isEqualTo("You were there. That's where it starts.");
        assertThat(history("Ruth").at("/events/2/phase").asString()).isEqualTo("OVER");
    }

    @Test
    void whoIsNotHereAfterAllDoesNotReadThatTheyAre() {
        var event = published(Duration.ofHours(-1), Duration.ofHours(2));
        at("Ruth", event);
        var ruth = calls.attendee(id("Ruth"));
        ruth.post("/me/history/meetings", Map.of("id", HexId.random(), "event", event.value(), "words", "Bo"));

        assertThat(history("Ruth").at("/events/0/people/0/name").asString()).isEqualTo("Bo");
        assertThat(history("Ruth").at("/events/0/phase").isNull()).isTrue();
    }

    /** Whoever set themselves something and was never pressed in keeps their words, and reads nothing of having been there. */
    @Test
    void whatWasWrittenAheadOfAnEveningIsInTheirHandsAfterIt() {
        var event = published(Duration.ofHours(6), Duration.ofHours(9));
        at("Ruth", event);
        calls.attendee(id("Ruth")).put("/me/history/evenings/" + event, Map.of("aim", "Ask one question"));
        assertThat(history("Ruth").path("events")).as("before it").isEmpty();

        var over = published(Duration.ofHours(-6), Duration.ofHours(-3));
        at("Ruth", over);
        calls.attendee(id("Ruth")).put("/me/history/evenings/" + over, Map.of("aim", "Introduce two people"));

        assertThat(history("Ruth").at("/events/0/aim/words").asString()).isEqualTo("Introduce two people");
        assertThat(history("Ruth").at("/events/0/noted").asBoolean(true)).isFalse();
        assertThat(history("Ruth").path("headline").isNull()).isTrue();
        calls.attendee(id("Ruth"))
                .put("/me/history/evenings/" + over, Map.of("aim", "", "aimInsteadOf", "Introduce two people"));
        assertThat(history("Ruth").path("events")).as("nothing is left of it").isEmpty();
    }

    /** At an event from then to then, as seen from now. */
    private void checkedIn(String name, Duration start, Duration end) {
        var event = published(start, end);
        var now = clock.instant().toString();
        hear(MessagesOfOthers.checkedIn(event.value(), at(name, event).value(), 1, now));
    }

    private EventId published(Duration start, Duration end) {
        var event = new EventId(HexId.random());
        var now = clock.instant();
        hear(MessagesOfOthers.published(
                event.value(),
                1,
                "One more",
                now.plus(start).toString(),
                now.plus(end).toString()));
        return event;
    }

    /** Before the event a history has nothing of it; the notebook has what its owner wrote. */
    @Test
    void whatIsWrittenAboutAnEveningCanBeReadBeforeAHistoryHasIt() {
        var wren = calls.attendee(id("Wren"));
        var ahead = published(Duration.ofHours(6), Duration.ofHours(9));
        at("Wren", ahead);
        var path = "/me/history/evenings/" + ahead;
        assertThat(wren.get(path).text()).isEqualTo("{\"words\":\"\",\"aim\":null}");

        wren.put(path, Map.of("words", "Bring the zines", "aim", "Introduce two people", "aimInsteadOf", ""));

        assertThat(titles(history("Wren"))).containsExactly("Pub");
        assertThat(wren.get(path).text())
                .isEqualTo(
                        "{\"words\":\"Bring the zines\",\"aim\":{\"words\":\"Introduce two people\",\"went\":null}}");
        assertThat(calls.attendee(id("Iona")).get(path).status()).as("not hers").isEqualTo(404);
    }

    @Test
    void whatIsStillToComeIsNoMeetingYet() {
        var meeting = Map.<String, Object>of(
                "where",
                "Course in Leeds",
                "words",
                "Parrot",
                "on",
                today().plusDays(1).toString());
        var tomorrow = new HashMap<>(meeting);
        tomorrow.put("id", HexId.random());

        var refused = calls.attendee(id("Wren")).post("/me/history/meetings", tomorrow);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("\"on\"", "NOT_TO_COME", "That day hasn't come yet. Choose one that has been");
        assertThat(add(Map.of("where", "Course in Leeds", "words", "Parrot", "on", "2031-05-05")))
                .isEqualTo(422);
        assertThat(add(Map.of("where", "Course in Leeds", "words", "Parrot", "on", today().toString())))
                .isEqualTo(204);
    }

    /** "One good conversation", and "First met" on a day to come. */
    @Test
    void nobodyIsMetAtAnEventThatHasNotBegun() {
        checkedIn("Ruth", Duration.ofHours(6), Duration.ofHours(9));
        var ahead = history("Ruth").at("/events/0/event").asString();
        var refused = calls.attendee(id("Ruth"))
                .post("/me/history/meetings", Map.of("id", HexId.random(), "event", ahead, "words", "Bo"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("\"words\"", "NOT_TO_COME", "That event hasn't begun yet. Add them once it has");
        assertThat(names(history("Ruth"))).isEmpty();
        var unheard = new EventId(HexId.random());
        at("Wren", unheard);
        assertThat(add(Map.of("event", unheard.value(), "words", "Bo")))
                .as("whenever that is")
                .isEqualTo(204);
        var begun = published(Duration.ZERO, Duration.ofHours(2));
        at("Wren", begun);
        assertThat(add(Map.of("event", begun.value(), "words", "Bo"))).isEqualTo(204);
    }

    @Test
    void whoIsTypedAndWhoIsChosenAreNotTakenForOne() {
        var iona = at("Iona", pub).value();
        var both = Map.of("id", HexId.random(), "event", pub.value(), "words", "Parrot", "person", iona);

        var refused = calls.attendee(id("Wren")).post("/me/history/meetings", both);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("\"words\"", "You typed somebody and chose somebody, too. Leave the one you mean");
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(1);
        assertThat(add(Map.of("where", "Bus stop", "on", "2026-08-02", "words", " ", "person", iona)))
                .isEqualTo(204);
    }

    /** Whoever was met nowhere else goes with it, and whoever was stays with all that was noted of them. */
    @Test
    void whatWasAddedByHandIsTakenBack() {
        var parrot = meets("Parrot", "2026-05-01");
        write(parrot, Map.of("note", "Green."));
        came(parrot, YearMonth.of(2026, 6));
        var door = HexId.random();
        calls.attendee(id("Wren"))
                .post("/me/history/meetings", Map.of("id", door, "event", pub.value(), "words", "By the door"));
        var bus = HexId.random();
        calls.attendee(id("Wren"))
                .post(
                        "/me/history/meetings",
                        Map.of(
                                "id",
                                bus,
                                "where",
                                "Bus stop",
                                "on",
                                "2026-05-02",
                                "person",
                                at("Iona", pub).value()));
        write(bus, Map.of("note", "Buses.", "keptInTouch", true));
        came(bus, YearMonth.of(2026, 7));
        assertThat(met("By the door").path("added").toString())
                .isEqualTo("{\"meeting\":\"" + door + "\",\"last\":true}");
        assertThat(met("Parrot").at("/added/meeting").asString()).isEqualTo(parrot);
        assertThat(history("Wren")
                        .path("events")
                        .valueStream()
                        .filter(one -> one.path("title").asString().equals("Bus stop"))
                        .findFirst()
                        .orElseThrow()
                        .at("/people/0/added/last")
                        .asBoolean(true))
                .as("from elsewhere, and at the pub")
                .isFalse();
        assertThat(met("Tobias").path("added").isNull()).isTrue();

        for (var time = 0; time < 2; time++) {
            for (var one : List.of(parrot, door, bus)) {
                assertThat(calls.attendee(id("Wren"))
                                .delete("/me/history/meetings/" + one)
                                .status())
                        .isEqualTo(204);
            }
        }

        var history = history("Wren");
        assertThat(titles(history)).containsExactly("Pub");
        assertThat(names(history)).containsExactlyInAnyOrder("Iona", "Tobias", "Amara", "Samir");
        assertThat(person("Iona").path("note").asString()).isEqualTo("Buses.");
        assertThat(person("Iona").path("keptInTouch").asBoolean()).isTrue();
        assertThat(person("Iona").path("meetings").asInt()).isEqualTo(1);
        assertThat(history.path("outcomes")
                        .valueStream()
                        .map(one -> one.at("/people/0").asString()))
                .containsExactly("Iona");
        assertThat(store.getCollection("notebook")
                        .find(new Document("_id", id("Wren")))
                        .first()
                        .toJson())
                .as("gone for good")
                .doesNotContain("Green.", "Parrot", "By the door", "Bus stop", parrot);
    }

    /** A name by which somebody was made one with others stays theirs. */
    @Test
    void whoWasMadeOneStaysSoWithoutOneOfTheirMeetings() {
        var kim = meets("Kim", "2026-05-01");
        var kimberley = meets("Kimberley", "2026-06-01");
        write(kim, Map.of("sameAs", kimberley));
        write(kim, Map.of("note", "Kayaks."));

        calls.attendee(id("Wren")).delete("/me/history/meetings/" + kimberley);

        assertThat(person("Kimberley").path("meetings").asInt()).isEqualTo(1);
        assertThat(person("Kimberley").path("note").asString()).isEqualTo("Kayaks.");
        assertThat(met("Kimberley").at("/added/last").asBoolean()).isTrue();
        calls.attendee(id("Wren")).delete("/me/history/meetings/" + kim);
        assertThat(names(history("Wren"))).doesNotContain("Kim", "Kimberley");
        assertThat(store.getCollection("notebook")
                        .find(new Document("_id", id("Wren")))
                        .first()
                        .toJson())
                .doesNotContain("Kayaks.", "Kimberley");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    @Test
    void nothingCameOfAMeetingBeforeItOrInMonthsToCome() {
        var now = YearMonth.from(today());

        assertThat(came("Iona", YearMonth.of(2026, 6)).text())
                .contains("\"month\"", "SINCE_YOU_MET", "That was before you met them. Pick a month since then");
        assertThat(came("Iona", now.plusMonths(1)).text()).contains("\"month\"", "NOT_TO_COME");
        assertThat(history("Wren").path("outcomes")).isEmpty();
        assertThat(came("Iona", YearMonth.of(2026, 7)).status()).isEqualTo(204);
        assertThat(came("Iona", now).status()).isEqualTo(204);
        assertThat(came("Tobias", YearMonth.of(2026, 6)).status())
                .as("an old friend")
                .isEqualTo(204);
        assertThat(history("Wren").path("outcomes")).hasSize(3);
    }

    /** What was told with a form says by which, so that it can be taken back there; what was kept by hand is taken back here. */
    /** Somebody stands at an evening once, however often they were added. */
    @Test
    void whoeverWasAddedTwiceIsTakenBackWithOnePressAndWhoeverAnsweredForNotAtAll() {
        var wren = calls.attendee(id("Wren"));
        var parrot = HexId.random();
        wren.post("/me/history/meetings", Map.of("id", parrot, "event", pub.value(), "words", "Parrot"));
        wren.post("/me/history/meetings", Map.of("id", HexId.random(), "event", pub.value(), "person", parrot));
        wren.post(
                "/me/history/meetings",
                Map.of(
                        "id",
                        HexId.random(),
                        "event",
                        pub.value(),
                        "person",
                        at("Iona", pub).value()));
        assertThat(met("Parrot").at("/added/last").asBoolean()).isTrue();
        assertThat(met("Iona").path("added").isNull())
                .as("she stands there by an answer")
                .isTrue();

        wren.delete("/me/history/meetings/" + met("Parrot").at("/added/meeting").asString());

        assertThat(names(history("Wren"))).contains("Iona").doesNotContain("Parrot");
    }

    @Test
    void whatCameOfItIsTakenBackWhereItWasTold() {
        var byHand = HexId.random();
        var byForm = HexId.random();
        hear(MessagesOfOthers.outcome(
                byForm,
                pub.value(),
                at("Wren", pub).value(),
                "ADVICE",
                "ATTENDANCE",
                at("Iona", pub).value(),
                "2026-09-20T10:00:00Z"));
        calls.attendee(id("Wren"))
                .post(
                        "/me/history/outcomes",
                        Map.of(
                                "id",
                                byHand,
                                "kind",
                                "JOB",
                                "year",
                                2026,
                                "month",
                                8,
                                "person",
                                at("Iona", pub).value()));
        hear(MessagesOfOthers.invitationDue(
                pub.value(), at("Wren", pub).value(), 3, "2026-07-10T09:00:00Z", "2026-07-23T00:00:00Z"));
        var outcomes = history("Wren").path("outcomes");
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0).at("/told/attendance").asString())
                .isEqualTo(at("Wren", pub).value());
        assertThat(outcomes.get(0).at("/told/generation").asInt()).isEqualTo(3);
        assertThat(outcomes.get(1).path("told").isNull()).isTrue();

        for (var time = 0; time < 2; time++) {
            assertThat(calls.attendee(id("Wren"))
                            .delete("/me/history/outcomes/" + byHand)
                            .status())
                    .isEqualTo(204);
        }

        assertThat(history("Wren").path("outcomes")).hasSize(1);
        hear(MessagesOfOthers.withdrawn(
                byForm,
                pub.value(),
                at("Wren", pub).value(),
                "ADVICE",
                "ATTENDANCE",
                at("Iona", pub).value(),
                "2026-09-20T10:00:00Z"));
        assertThat(history("Wren").path("outcomes")).isEmpty();
        assertThat(history("Wren").path("headline").asString()).doesNotContain("Advice");
        assertThat(person("Iona").path("stage").asString()).isEqualTo("MET_ONCE");
    }

    private HttpCalls.Answer came(String whom, YearMonth month) {
        return calls.attendee(id("Wren"))
                .post(
                        "/me/history/outcomes",
                        Map.of(
                                "id", HexId.random(),
                                "kind", "VISIT",
                                "year", month.getYear(),
                                "month", month.getMonthValue(),
                                "person", NAMES.contains(whom) ? at(whom, pub).value() : whom));
    }

    private static List<String> titles(JsonNode history) {
        return history.path("events")
                .valueStream()
                .map(one -> one.path("title").asString())
                .toList();
    }

    @Test
    void whatCameOfItReadsAsItWasTold() {
        var outcome = "%032x".formatted(77);
        hear(MessagesOfOthers.outcome(
                HexId.random(),
                pub.value(),
                at("Wren", pub).value(),
                "OTHER",
                "OVERHEARD",
                "",
                "2026-09-20T10:00:00Z"));
        calls.attendee(id("Wren"))
                .post(
                        "/me/history/outcomes",
                        Map.of(
                                "id",
                                outcome,
                                "kind",
                                "HELPED",
                                "year",
                                2026,
                                "month",
                                10,
                                "person",
                                at("Iona", pub).value(),
                                "words",
                                "Mended her catalogue"));

        var outcomes = history("Wren").path("outcomes");
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0).path("words").asString()).isEqualTo("Mended her catalogue");
        assertThat(outcomes.get(0).path("direction").asString()).isEqualTo("GIVEN");
        assertThat(outcomes.get(0).path("beganAsChat").asBoolean()).isTrue();
        assertThat(outcomes.get(0).path("overheard").asBoolean()).isFalse();
        assertThat(outcomes.get(1).path("overheard").asBoolean()).isTrue();
        assertThat(person("Iona").path("stage").asString()).isEqualTo("SOMETHING_CAME_OF_IT");
        assertThat(history("Wren").path("headline").asString())
                .isEqualTo("Mended her catalogue began as just a chat with Iona.");
        assertThat(history("Iona").path("outcomes")).isEmpty();
    }

    @Test
    void wordsForOneselfStandInOnesOwnHistoryAlone() {
        words.remember(at("Wren", pub), "Said I'd send the bus times.");

        assertThat(history("Wren").at("/events/0/privateWords").asString()).isEqualTo("Said I'd send the bus times.");
        for (var other : List.of("Iona", "Tobias", "Stranger")) {
            assertThat(history(other).toString()).doesNotContain("bus times");
        }
        calls.attendee(id("Wren")).put("/me/history/evenings/" + pub, Map.of("words", "Sent them."));
        assertThat(history("Wren").at("/events/0/privateWords").asString()).isEqualTo("Sent them.");
    }

    @Test
    void circlesJoinOnlyThoseWhoBothSayAndBothShareIt() {
        answer(
                "Wren",
                pub,
                side("Iona", "NEW"),
                side("Tobias", "WELL"),
                side("Amara", "NEW"),
                side("Samir", "NEW"),
                side("Ruth", "NEW"));
        answer("Amara", pub, side("Samir", "NEW"));

        assertThat(circles()).isNull();
        share("Iona");
        assertThat(circles()).as("one alone shares nothing").isNull();
        share("Samir");
        share("Amara");
        assertThat(circles()).as("only Amara said so").isEqualTo("Your 5 people sit in 5 separate circles.");
        share("Tobias");
        assertThat(circles()).isEqualTo("Your 5 people sit in 4 separate circles.");
        calls.attendee(id("Tobias")).put("/me/choices", Map.of("bothSaidSo", true, "circles", false));
        assertThat(circles()).as("taken back").isEqualTo("Your 5 people sit in 5 separate circles.");
    }

    @Test
    void whoDoesNotShareThatBothSaidSoLooksLikeWhoNeverSaidSo() {
        assertThat(met("Iona").path("bothSaidSo").asBoolean()).isTrue();

        calls.attendee(id("Iona")).put("/me/choices", Map.of("bothSaidSo", false));

        assertThat(met("Iona").path("bothSaidSo").asBoolean()).isFalse();
        assertThat(person("Iona").path("bothSaidSo").asBoolean()).isFalse();
    }

    @Test
    void anOpenFormIsOfferedUntilItCloses() {
        assertThat(history("Wren").at("/events/0/form").isNull()).isTrue();

        hear(MessagesOfOthers.invitationDue(
                pub.value(), at("Wren", pub).value(), 3, "2026-07-10T09:00:00Z", "2199-01-01T00:00:00Z"));
        assertThat(history("Wren").at("/events/0/form/generation").asInt()).isEqualTo(3);

        hear(MessagesOfOthers.invitationDue(
                later.value(), at("Iona", later).value(), 1, "2001-07-10T09:00:00Z", "2001-07-23T00:00:00Z"));
        assertThat(history("Iona")
                        .path("events")
                        .valueStream()
                        .map(one -> one.path("form").isNull()))
                .containsOnly(true);
    }

    private @Nullable String circles() {
        return history("Wren").path("circles").asStringOpt().orElse(null);
    }

    private void share(String name) {
        calls.attendee(id(name)).put("/me/choices", Map.of("bothSaidSo", true, "circles", true, "coming", false));
    }

    private int add(Map<String, Object> meeting) {
        var sent = new HashMap<>(meeting);
        sent.put("id", HexId.random());
        return calls.attendee(id("Wren")).post("/me/history/meetings", sent).status();
    }

    /** Whoever got hold of a link fills no document until it can no longer be written. */
    @Test
    void aNotebookHasAnEndAndWhatIsInItCanStillBeChanged() {
        write("Iona", Map.of("note", "Buses."));
        var meeting = HexId.random();
        assertThat(add(meeting)).isEqualTo(204);
        var wren = id("Wren");
        var notebook =
                store.getCollection("notebook").find(new Document("_id", wren)).first();
        fill(notebook.get("pages", Document.class), Notebooks.MOST);
        fill(notebook.get("added", Document.class), Notebooks.MOST);
        store.getCollection("notebook").replaceOne(new Document("_id", wren), notebook);

        assertThat(add(HexId.random())).isEqualTo(422);
        var refused = calls.attendee(wren).put("/me/history/people/" + HexId.random(), Map.of("note", "One too many"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("TOO_MANY", "Up to 1,000");
        assertThat(add(meeting)).as("the same again").isEqualTo(204);
        write("Iona", Map.of("note", "Buses and crosswords."));
        assertThat(person("Iona").path("note").asString()).isEqualTo("Buses and crosswords.");
    }

    @Test
    void anEveningHasSoManyLabelsOnly() {
        var writer = at("Wren", pub);
        for (var written = 0; written < PrivateWords.MOST_LABELS; written++) {
            assertThat(words.label(writer, "Scarf " + written)).isPresent();
        }

        assertThat(words.label(writer, "One more")).isEmpty();
        assertThat(words.label(writer, "scarf 7")).as("the same again").isPresent();
        var refused = calls.answering(writer, pub).post("/events/" + pub + "/labels", Map.of("words", "One more"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Up to 200");
    }

    private static void fill(Document entries, int upTo) {
        var like = entries.values().iterator().next();
        while (entries.size() < upTo) {
            entries.append(HexId.random(), like);
        }
    }

    private int add(String id) {
        var meeting = Map.of("id", id, "where", "The 38 bus", "on", "2026-05-20", "words", "Driver");
        return calls.attendee(id("Wren")).post("/me/history/meetings", meeting).status();
    }

    private void write(String about, Map<String, Object> page) {
        var key = NAMES.contains(about) ? at(about, pub).value() : about;
        var sent = calls.attendee(id("Wren")).put("/me/history/people/" + key, page);
        assertThat(sent.status()).isEqualTo(204);
    }

    private JsonNode met(String name) {
        return named(
                history("Wren")
                        .path("events")
                        .valueStream()
                        .flatMap(one -> one.path("people").valueStream()),
                name);
    }

    private JsonNode person(String name) {
        return named(history("Wren").path("people").valueStream(), name);
    }

    private static JsonNode named(Stream<JsonNode> all, String name) {
        return all.filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode history) {
        return history.path("people")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private JsonNode history(String name) {
        return calls.attendee(id(name)).get("/me/history").json();
    }

    private String id(String name) {
        return cast.get(name).id().value();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private final void answer(String writer, EventId event, Map<String, Object>... met) {
        hear(MessagesOfOthers.answered(
                event.value(), at(writer, event).value(), met.length, "2026-07-10T10:00:00Z", List.of(met), List.of()));
    }

    private Map<String, Object> side(String other, String before) {
        return MessagesOfOthers.side("ATTENDANCE", at(other, pub).value(), before, "CHAT");
    }

    private AttendanceId at(String name, EventId event) {
        return Attending.of(people, cast.get(name).id(), event, AttendanceId.random());
    }

    private Person somebody(String name) {
        var address = name.toLowerCase(Locale.ROOT) + "@" + town + ".example";
        return people.withAddress(new EmailAddress(address), new PersonDetails(name, "", Sector.COLLEGE));
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
