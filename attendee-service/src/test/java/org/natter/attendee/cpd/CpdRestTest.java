package org.natter.attendee.cpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.access.kit.HttpCalls;
import org.natter.attendee.Calls;
import org.natter.attendee.WholeService;
import org.natter.attendee.booking.EventKind;
import org.natter.attendee.booking.ObeyingTheProgramme;
import org.natter.attendee.booking.ProgrammeNews;
import org.natter.attendee.checkin.Arrival;
import org.natter.attendee.checkin.CheckInId;
import org.natter.attendee.checkin.CheckIns;
import org.natter.attendee.history.MessagesOfOthers;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.Person;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.RegionId;
import org.natter.attendee.person.Sector;
import org.natter.ids.HexId;
import org.natter.messaging.MessageMetadata;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;

/** Wren's CPD record over HTTP, and its golden exchanges: a training day, a pub evening and a course of her own. */
@WholeService
class CpdRestTest {

    private static final String RECORD = "/me/cpd";

    private final Calls calls;
    private final Clock clock;
    private final People people;
    private final PrivateWords words;
    private final ObeyingTheProgramme programme;
    private final CheckIns checkIns;
    private final MongoOperations store;
    private final Map<String, Consumer<Message<byte[]>>> functions;
    private final EventId training = new EventId(HexId.random());
    private final EventId pub = new EventId(HexId.random());
    private final String town = HexId.random();
    private Map<String, Person> cast = Map.of();

    @Autowired
    CpdRestTest(
            Calls calls,
            Clock clock,
            People people,
            PrivateWords words,
            ObeyingTheProgramme programme,
            CheckIns checkIns,
            MongoOperations store,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.calls = calls;
        this.clock = clock;
        this.people = people;
        this.words = words;
        this.programme = programme;
        this.checkIns = checkIns;
        this.store = store;
        this.functions = functions;
    }

    @BeforeEach
    void aTrainingDayAndAPubEvening() {
        cast = Map.of(
                "Wren Hadley", somebody("Wren Hadley", Sector.COLLEGE),
                "Iona Stroud", somebody("Iona Stroud", Sector.HEALTH),
                "Tobias Quill", somebody("Tobias Quill", Sector.PUBLIC),
                "Samir Marsh", somebody("Samir Marsh", Sector.PUBLIC));
        event(training, EventKind.TRAINING, "Booktalks for all ages", "2026-03-11T09:30:00Z", "2026-03-11T13:00:00Z");
        event(pub, EventKind.SOCIAL, "Riverside pub evening", "2026-07-09T17:30:00Z", "2026-07-09T20:00:00Z");
        checkIn("Wren Hadley", training, "2026-03-11T09:42:00Z");
        checkIn("Wren Hadley", pub, "2026-07-09T17:40:00Z");
        var version = 1;
        for (var guest : cast.values()) {
            hear(MessagesOfOthers.booked(
                    pub.value(),
                    at(guest.name(), pub).value(),
                    version++,
                    "2026-07-01T12:00:00Z",
                    guest.sector().name(),
                    false));
        }
        var label = words.label(at("Wren Hadley", pub), "H, red scarf").orElseThrow();
        hear(MessagesOfOthers.answered(
                pub.value(),
                at("Wren Hadley", pub).value(),
                1,
                "2026-07-10T10:00:00Z",
                List.of(
                        side("Iona Stroud", "BIT"),
                        side("Tobias Quill", "NEW"),
                        side("Samir Marsh", "NEW"),
                        MessagesOfOthers.side("LABEL", label.value(), "NEW", "CHAT")),
                List.of()));
        hear(MessagesOfOthers.outcome(
                HexId.random(),
                pub.value(),
                at("Wren Hadley", pub).value(),
                "ADVICE",
                "ATTENDANCE",
                at("Iona Stroud", pub).value(),
                "2026-09-20T10:00:00Z"));
    }

    @Test
    void aRecordStandsBeforeAnythingWasWrittenAndNamesNobody() {
        var record = wren().get(RECORD).json();

        assertThat(titles(record)).containsExactly("Riverside pub evening", "Booktalks for all ages");
        assertThat(record.at("/entries/1/hours").asString()).isEqualTo("3.25");
        assertThat(record.at("/entries/1/because").asString())
                .isEqualTo("You were checked in at 9:42am, and it ended at 1pm.");
        assertThat(record.at("/entries/0/hours").asString()).isEqualTo("0");
        assertThat(record.at("/entries/0/because").asString()).startsWith("A social evening suggests no hours.");
        assertThat(strings(record.at("/entries/0/people")))
                .containsExactly("2 colleagues in public libraries", "a colleague in health libraries", "a colleague");
        assertThat(strings(record.at("/entries/0/counts")))
                .containsExactly(
                        "People you met for the first time: 3",
                        "People you met again, or kept in touch with: 1",
                        "Things that came of it: 1");
        assertThat(record.path("lastTwelveMonths").asString())
                .isEqualTo("3.25 of 20 in the last 12 months: a guide, your assessor decides.");
        assertThat(record.toString()).doesNotContain("Iona", "Tobias", "Samir", "scarf", "Marsh");
        assertThat(wren().get(RECORD + "/table").text()).doesNotContain("Iona", "Tobias", "Samir", "scarf");
        assertThat(wren().get(RECORD + "/text").text()).doesNotContain("Iona", "Tobias", "Samir", "scarf");
        assertThat(strings(wren().get(RECORD + "?names=true").json().at("/entries/0/people")))
                .containsExactly("Iona Stroud", "Tobias Quill", "Samir Marsh", "H, red scarf");
    }

    @Test
    void theGoldenExchangesOfARecord() {
        var me = wren();
        var course = HexId.random();
        me.sample("training")
                .put(
                        RECORD + "/events/" + training,
                        Map.of(
                                "version",
                                0,
                                "hours",
                                "3,5",
                                "reflection",
                                Map.of(
                                        "heading", "Promoting reading",
                                        "happened", "We talked about six books in ten minutes.\nI read one aloud.",
                                        "soWhat", "=It works with people who don't read.",
                                        "nowWhat", "Two booktalks a term.",
                                        "helps", List.of("OWN_PERFORMANCE", "WIDER_PROFESSION"))));
        me.sample("course").put(RECORD + "/own/" + course, own("2026-05-20", "1.25"));
        var record = me.sample("wren")
                .get(RECORD + "?from=2026-01-01&to=2026-12-31&names=true")
                .json();
        me.sample("nothing").get(RECORD + "?from=2026-04-01&to=2026-04-30");
        me.sample("wren").get(RECORD + "/table?from=2026-01-01&to=2026-12-31&names=true");
        me.sample("without-names").get(RECORD + "/table");
        me.sample("wren").get(RECORD + "/text?from=2026-01-01&to=2026-12-31&names=true");
        me.sample("nothing").get(RECORD + "/text?from=2026-04-01&to=2026-04-30&names=false");
        assertThat(me.sample("wren")
                        .get(RECORD + "/pdf?from=2026-01-01&to=2026-12-31&names=true")
                        .text())
                .startsWith("%PDF-");
        me.sample("changed-meanwhile")
                .put(RECORD + "/events/" + training, Map.of("version", 0, "reflection", Map.of()));
        me.sample("changed-meanwhile").put(RECORD + "/own/" + course, own("2026-05-21", "1.25"));
        me.sample("nothing-filled-in").put(RECORD + "/own/" + course, Map.of());
        me.sample("not-to-come").put(RECORD + "/own/" + HexId.random(), own("2199-05-20", "1"));
        me.sample("hours-and-words")
                .put(
                        RECORD + "/events/" + pub,
                        Map.of("version", 0, "hours", "a bit", "reflection", Map.of("happened", "w".repeat(2001))));
        me.sample("unknown-event").put(RECORD + "/events/" + HexId.random(), event(0, ""));
        me.sample("unreadable-date").get(RECORD + "?from=yesterday");
        me.sample("unreadable-date").get(RECORD + "/table?from=yesterday");
        me.sample("unreadable-date").get(RECORD + "/text?from=yesterday");
        me.sample("unreadable-date").get(RECORD + "/pdf?from=yesterday");
        me.put(RECORD + "/own/" + HexId.random(), own("2026-05-20", "1", "\u674e's course"));
        me.sample("not-printable").get(RECORD + "/pdf");
        me.sample("removed").delete(RECORD + "/entries/" + course);
        var nobody = calls.attendee(HexId.random());
        nobody.sample("unknown-person").get(RECORD);
        nobody.sample("unknown-person").get(RECORD + "/table");
        nobody.sample("unknown-person").get(RECORD + "/text");
        nobody.sample("unknown-person").get(RECORD + "/pdf");
        nobody.sample("unknown-person").put(RECORD + "/events/" + training, event(0, ""));
        nobody.sample("unknown-person").put(RECORD + "/own/" + course, own("2026-05-20", "1"));
        nobody.sample("unknown-person").delete(RECORD + "/entries/" + course);

        assertThat(titles(record))
                .containsExactly("Riverside pub evening", "Course in Leeds", "Booktalks for all ages");
        assertThat(record.path("inTheseDates").asString()).isEqualTo("Hours in these dates: 4.75");
        assertThat(record.path("dates").asString()).isEqualTo("Thursday 1 January 2026 to Thursday 31 December 2026");
        assertThat(record.at("/entries/2/because").asString())
                .isEqualTo("Put in by you. The event itself suggests 3.25.");
    }

    @Test
    void whatIsKeptGoesInThePlaceOfWhatWasSeenAndTwiceIsOnce() {
        var path = RECORD + "/events/" + training;
        for (var time = 0; time < 2; time++) {
            assertThat(wren().put(path, event(0, "Six books.")).status()).isEqualTo(204);
        }

        assertThat(wren().put(path, event(0, "Seven books.")).problem()).isEqualTo("changed-meanwhile");
        assertThat(entry(training).at("/reflection/happened").asString()).isEqualTo("Six books.");
        assertThat(wren().put(path, event(1, "Seven books.")).status()).isEqualTo(204);
        assertThat(entry(training).path("version").asInt()).isEqualTo(2);
    }

    /** Two lines of one id would count hours twice. */
    @Test
    void anEntryOfOnesOwnIsNotKeptUnderTheIdOfAnEvent() {
        var path = RECORD + "/own/" + training;

        assertThat(wren().put(path, own("2026-05-20", "24")).problem()).isEqualTo("changed-meanwhile");
        assertThat(titles(wren().get(RECORD).json()))
                .containsExactly("Riverside pub evening", "Booktalks for all ages");
    }

    /** A week's placement is one entry, and some months of study leave as well. */
    @Test
    void hoursOfOnesOwnMayBeManyAndAreSaidInQuarters() {
        var placement = HexId.random();
        var path = RECORD + "/own/" + placement;
        assertThat(wren().put(path, own("2026-05-20", "37.5")).status()).isEqualTo(204);
        assertThat(wren().get(RECORD).json().path("lastTwelveMonths").asString())
                .startsWith("40.75 of 20 in the last 12 months");
        assertThat(wren().put(RECORD + "/own/" + HexId.random(), own("2026-05-20", "999"))
                        .status())
                .isEqualTo(204);

        for (var hours : List.of("999.25", "1000", "37.4", "-1", "01", "1e2")) {
            var refused = wren().put(RECORD + "/own/" + HexId.random(), own("2026-05-20", hours));
            assertThat(refused.status()).as(hours).isEqualTo(422);
            assertThat(refused.text()).contains("up to 999");
        }
        assertThat(wren().put(
                                RECORD + "/events/" + training,
                                Map.of("version", 0, "hours", "24.25", "reflection", Map.of()))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void blanksOfAnyKindMakeAPdf() {
        wren().put(RECORD + "/events/" + training, event(0, "Six\tbooks."));

        assertThat(wren().get(RECORD + "/pdf").status()).isEqualTo(200);
    }

    @Test
    void whatIsKeptInOneMomentStaysOnceAndTheOthersHearOfIt() throws Exception {
        var path = RECORD + "/events/" + training;
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(6);
        try {
            var answers = IntStream.range(0, 6)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return wren().put(path, event(0, "Words " + number)).status();
                    }))
                    .toList();
            start.countDown();
            var statuses = new HashMap<Integer, Integer>();
            for (var answer : answers) {
                statuses.merge(answer.get(), 1, Integer::sum);
            }
            assertThat(statuses).isEqualTo(Map.of(204, 1, 409, 5));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWasWrittenIsRemovedAndTheEventStays() {
        var course = HexId.random();
        wren().put(RECORD + "/own/" + course, own("2026-05-20", "1"));
        wren().put(RECORD + "/events/" + training, event(0, "Six books."));

        for (var time = 0; time < 2; time++) {
            assertThat(wren().delete(RECORD + "/entries/" + course).status()).isEqualTo(204);
            assertThat(wren().delete(RECORD + "/entries/" + training).status()).isEqualTo(204);
        }

        assertThat(titles(wren().get(RECORD).json()))
                .containsExactly("Riverside pub evening", "Booktalks for all ages");
        assertThat(entry(training).at("/reflection/happened").asString()).isEmpty();
        assertThat(store.getCollection("cpd_record")
                        .find(new Document("_id", cast.get("Wren Hadley").id().value()))
                        .map(row -> row.get("entries"))
                        .first())
                .isEqualTo(new Document());
    }

    @Test
    void whatWasCalledOffCountsNothingAndWhatWasWrittenStays() {
        wren().put(RECORD + "/events/" + training, event(0, "Six books."));
        programme.onCancelled(
                news(
                        training,
                        EventKind.TRAINING,
                        "Booktalks for all ages",
                        "2026-03-11T09:30:00Z",
                        "2026-03-11T13:00:00Z"),
                source(training, 9),
                clock.instant());

        assertThat(entry(training).path("hours").asString()).isEqualTo("0");
        assertThat(entry(training).path("takesHours").asBoolean()).isFalse();
        assertThat(entry(training).at("/reflection/happened").asString()).isEqualTo("Six books.");
    }

    /** Nobody else has a way to it, and what it says is on no topic. */
    @Test
    void nobodyElseReadsARecordAndNoMessageTellsOfIt() {
        wren().put(RECORD + "/events/" + training, event(0, "A secret of six books."));

        for (var other :
                List.of(calls.owner(), calls.organiserOf(HexId.random()), calls.doorHelperAt(pub), calls.visitor())) {
            for (var path : List.of(RECORD, RECORD + "/table", RECORD + "/text", RECORD + "/pdf")) {
                assertThat(other.get(path).status()).isEqualTo(403);
            }
        }
        assertThat(calls.attendee(cast.get("Iona Stroud").id().value())
                        .get(RECORD)
                        .text())
                .doesNotContain("secret");
        for (var collection : store.getCollectionNames()) {
            if (!collection.equals("cpd_record")) {
                store.getCollection(collection)
                        .find()
                        .forEach(row ->
                                assertThat(row.toString()).as(collection).doesNotContain("A secret of six books"));
            }
        }
    }

    @Test
    void aTableIsReadByASpreadsheetAndHasNoFormulas() {
        wren().put(
                        RECORD + "/events/" + training,
                        Map.of(
                                "version",
                                0,
                                "reflection",
                                Map.of(
                                        "heading", "=1+1",
                                        "happened", "She said \"six\", then left.\nI stayed.",
                                        "soWhat", " @here",
                                        "nowWhat", "-5 books")));

        var table = wren().get(RECORD + "/table");

        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"my-cpd-record.csv\"");
        assertThat(table.text())
                .startsWith("\ufeff\"Date\",\"Last day\",\"What it was\",")
                .endsWith("\"\r\n");
        assertThat(table.text())
                .contains(
                        "\"2026-03-11\",\"2026-03-11\",\"Booktalks for all ages\",\"'=1+1\",\"She said \"\"six\"\", then left.\nI stayed.\","
                                + "\"'@here\",\"'-5 books\",");
    }

    private JsonNode entry(EventId event) {
        return wren().get(RECORD)
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("id").asString().equals(event.value()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(JsonNode record) {
        return record.path("entries")
                .valueStream()
                .map(entry -> entry.path("title").asString())
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, Object> event(int version, String happened) {
        return Map.of("version", version, "reflection", Map.of("happened", happened));
    }

    private static Map<String, Object> own(String on, String hours) {
        return own(on, hours, "Course in Leeds");
    }

    private static Map<String, Object> own(String on, String hours, String title) {
        return Map.of(
                "version",
                0,
                "title",
                title,
                "on",
                on,
                "hours",
                hours,
                "reflection",
                Map.of(
                        "heading", "",
                        "happened", "A day of zines.",
                        "soWhat", "Cheap, and anybody can.",
                        "nowWhat", "One with the Tuesday group.",
                        "helps", List.of("OWN_ORGANISATION")));
    }

    private HttpCalls.As wren() {
        return calls.attendee(cast.get("Wren Hadley").id().value());
    }

    private void event(EventId event, EventKind kind, String title, String from, String to) {
        programme.onOpen(news(event, kind, title, from, to), source(event, 1), clock.instant());
        hear(MessagesOfOthers.published(event.value(), 1, title, from, to));
    }

    private static ProgrammeNews news(EventId event, EventKind kind, String title, String from, String to) {
        return new ProgrammeNews(
                event,
                new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                kind,
                Instant.parse(from),
                Instant.parse(to),
                "Europe/London",
                40,
                0,
                new ProgrammeNews.Published("Fenland and Cam", title, "The Crown", "", ""));
    }

    private static MessageMetadata source(EventId event, long version) {
        return new MessageMetadata(
                "event/" + event + "/" + version,
                "event.published.v1",
                "event",
                event.value(),
                version,
                event.value(),
                Instant.EPOCH,
                "0");
    }

    private void checkIn(String name, EventId event, String at) {
        checkIns.change(
                at(name, event),
                event,
                door -> door.arrive(new Arrival(new CheckInId(HexId.random()), Instant.parse(at), ""), true));
    }

    private Map<String, Object> side(String other, String before) {
        return MessagesOfOthers.side("ATTENDANCE", at(other, pub).value(), before, "CHAT");
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
