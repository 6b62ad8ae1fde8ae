package org.natter.attendee.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.attendee.Calls;
import org.natter.attendee.Evening;
import org.natter.attendee.WholeService;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.Attending;
import org.natter.attendee.person.EmailAddress;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonDetails;
import org.natter.attendee.person.PersonId;
import org.natter.attendee.person.PrivateWords;
import org.natter.attendee.person.Sector;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;
import tools.jackson.databind.JsonNode;

/** Fixture A goes in as messages and comes out of the REST API with the figures of measures.md, sections 5 and 6. */
@WholeService
class WinterWarmerTest {

    /** N, New, s, e, q, x (with unnamed), x*, D0; that k is right shows in e. */
    private static final Map<String, double[]> TABLE = Map.of(
            "Asha", new double[] {4, 3, 0.75, 0.857143, 0.875, 0.75, 0.714286, 4},
            "Ben", new double[] {2, 0, 0, 0.714286, 0, 0, 0.714286, 1},
            "Cath", new double[] {3, 2, 0.666667, 0.857143, 0.777778, 0.666667, 0.857143, 3},
            "Dev", new double[] {2, 1, 0.5, 0.714286, 0.7, 0.5, 0.857143, 2},
            "Ella", new double[] {2, 2, 1, 1, 1, 1, 0.857143, 2},
            "Finn", new double[] {3, 3, 1, 1, 1, 1, 1, 2});

    private final ReadingHistory histories;
    private final People people;
    private final PrivateWords words;
    private final Evening evening;
    private final Calls calls;
    private final TestBroker broker;
    private final Map<String, Consumer<Message<byte[]>>> functions;

    @Autowired
    WinterWarmerTest(
            ReadingHistory histories,
            People people,
            PrivateWords words,
            Evening evening,
            Calls calls,
            TestBroker broker,
            Map<String, Consumer<Message<byte[]>>> functions) {
        this.histories = histories;
        this.people = people;
        this.words = words;
        this.evening = evening;
        this.calls = calls;
        this.broker = broker;
        this.functions = functions;
    }

    @Test
    void theFiguresOfTheTableComeOutOfTheBindings() {
        var warmer = new WinterWarmer(people, evening::newId);

        send(warmer.messages());

        await("every row of the table")
                .atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .untilAsserted(() -> assertTable(warmer));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shuffledAndDoubledAndReplayedMessagesGiveTheSameFigures(long seed) {
        var warmer = new WinterWarmer(people, evening::newId);
        var all = new ArrayList<MessagesOfOthers.Sent>(warmer.messages());
        all.addAll(warmer.messages());
        Collections.shuffle(all, new Random(seed));
        all.addAll(warmer.messages().subList(0, 12));

        all.forEach(this::deliver);

        assertTable(warmer);
        var once =
                calls.attendee(warmer.person("Asha").value()).get("/me/history").text();
        warmer.messages().forEach(this::deliver);
        assertThat(calls.attendee(warmer.person("Asha").value())
                        .get("/me/history")
                        .text())
                .isEqualTo(once);
    }

    @Test
    void aReportOfTheOtherSideAloneIsNotInMyHistory() {
        var warmer = new WinterWarmer(people, evening::newId);

        warmer.messages().forEach(this::deliver);

        var gwen =
                calls.attendee(warmer.person("Gwen").value()).get("/me/history").json();
        assertThat(gwen.path("events")).hasSize(1);
        assertThat(gwen.path("events").get(0).path("people")).isEmpty();
        assertThat(gwen.path("events").get(0).path("sentences")).isEmpty();
        assertThat(gwen.path("people")).isEmpty();
        assertThat(gwen.toString()).doesNotContain(warmer.attendance("Ben"));
    }

    @Test
    void whatBothSaidIsMarkedAndNothingElse() {
        var warmer = new WinterWarmer(people, evening::newId);

        warmer.messages().forEach(this::deliver);

        assertThat(saidBy(warmer, "Asha")).containsExactly("Ben, both", "Cath, both", "Ella, both");
        assertThat(saidBy(warmer, "Ben")).containsExactly("Asha, both", "Gwen");
        assertThat(saidBy(warmer, "Finn")).containsExactly("Hugh");
        assertThat(saidBy(warmer, "Dev")).containsExactly("Cath, both", "Finn");
    }

    @Test
    void theSentencesAreThoseOfTheMeasures() {
        var warmer = new WinterWarmer(people, evening::newId);

        warmer.messages().forEach(this::deliver);

        assertThat(sentences(warmer, "Asha"))
                .containsExactly(
                        "You spoke to 4 people; 3 were new.",
                        "You'd know 3 of them again.",
                        "Four kinds of library.",
                        "As for new faces, that's about what the room of 8 made likely.",
                        "By kind of library, they were about the mix the room made likely.");
        assertThat(sentences(warmer, "Ben"))
                .containsExactly("You spoke to 2 people.", "You'd know both of them again.");
    }

    @Test
    void theThankYouPageSaysWhatTheHistorySays() {
        var warmer = new WinterWarmer(people, evening::newId);

        assertThat(thanked(warmer, "Asha", "").path("answerKnown").asBoolean()).isFalse();
        warmer.messages().forEach(this::deliver);

        assertThat(thanked(warmer, "Asha", "").path("sentences").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "You spoke to 4 people; 3 were new.", "You'd know 3 of them again.", "Four kinds of library.");
        assertThat(thanked(warmer, "Ben", "").path("sentences").get(0).asString())
                .isEqualTo("You spoke to 2 people.");
        assertThat(thanked(warmer, "Ben", "?sent=2026-01-16T10:30:00.000999Z")
                        .path("answerKnown")
                        .asBoolean())
                .as("the same millisecond")
                .isTrue();
        assertThat(thanked(warmer, "Ben", "?sent=2026-01-16T10:30:00.001Z")
                        .path("answerKnown")
                        .asBoolean())
                .as("a later answer")
                .isFalse();
    }

    private JsonNode thanked(WinterWarmer warmer, String name, String query) {
        return calls.answering(new AttendanceId(warmer.attendance(name)), new EventId(warmer.event()))
                .get("/attendances/" + warmer.attendance(name) + "/evening" + query)
                .json();
    }

    @Test
    void ninePeopleOfWhomFiveWentBeyondAFirstChat() {
        var first = evening.newId();
        var second = evening.newId();
        var town = evening.newId();
        var wren = somebody("wren", town);
        var wrenFirst = at(wren, first);
        var wrenSecond = at(wren, second);
        var nine = IntStream.range(0, 9).mapToObj(i -> somebody("p" + i, town)).toList();
        deliver(MessagesOfOthers.published(first, 1, "TeachMeet", "2026-03-11T16:30:00Z", "2026-03-11T18:30:00Z"));
        deliver(MessagesOfOthers.published(second, 1, "Pub", "2026-07-09T17:30:00Z", "2026-07-09T20:00:00Z"));
        deliver(MessagesOfOthers.answered(
                first,
                wrenFirst,
                1,
                "2026-03-12T10:00:00Z",
                nine.stream()
                        .map(person -> MessagesOfOthers.side("ATTENDANCE", at(person, first), "NEW", "CHAT"))
                        .toList(),
                List.of()));
        deliver(MessagesOfOthers.answered(
                second,
                wrenSecond,
                1,
                "2026-07-10T10:00:00Z",
                List.of(
                        MessagesOfOthers.side("ATTENDANCE", at(nine.get(4), second), "NEW", "CHAT"),
                        MessagesOfOthers.side("ATTENDANCE", at(nine.get(5), second), "BIT", "USEFUL")),
                List.of()));
        credit(first, wrenFirst, "KEPT_IN_TOUCH", at(nine.get(6), first));
        credit(first, wrenFirst, "ADVICE", at(nine.get(7), first));
        credit(first, wrenFirst, "JOB", at(nine.get(8), first));

        var history = calls.attendee(wren.value()).get("/me/history").json();

        assertThat(history.path("totals").path("sentence").asString())
                .isEqualTo("9 people; 5 went beyond a first chat.");
        assertThat(history.path("people")
                        .valueStream()
                        .map(person -> person.path("stage").asString())
                        .sorted())
                .containsExactly(
                        "KEPT_IN_TOUCH",
                        "MET_AGAIN",
                        "MET_AGAIN",
                        "MET_ONCE",
                        "MET_ONCE",
                        "MET_ONCE",
                        "MET_ONCE",
                        "SOMETHING_CAME_OF_IT",
                        "SOMETHING_CAME_OF_IT");
        assertThat(history.path("events").get(0).path("title").asString()).isEqualTo("Pub");
        assertThat(history.path("events").get(0).path("people"))
                .as("met at the TeachMeet, so known at the pub whatever is ticked")
                .hasSize(2)
                .allSatisfy(met -> assertThat(met.path("before").asString()).isEqualTo("KNOWN"));
        assertThat(history.path("people").get(0).path("lastMet").path("zone").asString())
                .isEqualTo("Europe/London");
        assertThat(history.path("outcomes"))
                .hasSize(3)
                .allSatisfy(outcome ->
                        assertThat(outcome.path("beganAsChat").asBoolean()).isTrue());
    }

    /** Both pages of one history count the same evenings: those about which it was said whom they met. */
    @Test
    void anEveningOfWhichOnlyHowItWasIsSaidIsNotOneOfNobody() {
        var wren = somebody("wren", evening.newId());
        var met = List.of(evening.newId(), evening.newId());
        met.forEach(event -> deliver(MessagesOfOthers.answered(
                event,
                at(wren, event),
                1,
                "2026-03-12T10:00:00Z",
                List.of(MessagesOfOthers.side("ATTENDANCE", evening.newId(), "NEW", "CHAT")),
                List.of())));
        var third = evening.newId();
        var howItWas =
                MessagesOfOthers.answered(third, at(wren, third), 1, "2026-03-13T10:00:00Z", List.of(), List.of());
        howItWas.body().put("sent", false);
        deliver(howItWas);
        assertOnlyHowItWasIsSaid(wren, third);

        var sentWithStepOneAlone =
                MessagesOfOthers.answered(third, at(wren, third), 2, "2026-03-13T10:01:00Z", List.of(), List.of());
        deliver(sentWithStepOneAlone);
        assertOnlyHowItWasIsSaid(wren, third);

        var nobodyAsOnceTold =
                MessagesOfOthers.answered(third, at(wren, third), 3, "2026-03-13T10:02:00Z", List.of(), List.of());
        nobodyAsOnceTold.body().put("knownBefore", "NONE");
        deliver(nobodyAsOnceTold);
        assertNobodyIsSaid(wren);

        var leftOut =
                MessagesOfOthers.answered(third, at(wren, third), 4, "2026-03-13T10:03:00Z", List.of(), List.of());
        leftOut.body().put("knownBefore", "NONE");
        leftOut.body().put("saysWhom", false);
        deliver(leftOut);
        assertOnlyHowItWasIsSaid(wren, third);

        var nobodyAndNothingBeyond =
                MessagesOfOthers.answered(third, at(wren, third), 5, "2026-03-13T10:04:00Z", List.of(), List.of());
        nobodyAndNothingBeyond.body().put("saysWhom", true);
        deliver(nobodyAndNothingBeyond);
        assertNobodyIsSaid(wren);
    }

    private void assertNobodyIsSaid(PersonId wren) {
        assertThat(calls.attendee(wren.value()).get("/me/history").json().toString())
                .contains("Some events are for listening.", "Over the 3 events you told us about");
    }

    private void assertOnlyHowItWasIsSaid(PersonId wren, String third) {
        var history = calls.attendee(wren.value()).get("/me/history").json();

        assertThat(history.at("/facts/0/base").asString()).isEqualTo("Over the 2 events you told us about");
        assertThat(history.path("anyGood").toString()).contains("From three events on");
        assertThat(history.path("events")
                        .valueStream()
                        .filter(one -> one.path("event").asString().equals(third)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("answered").asBoolean()).isTrue();
                    assertThat(one.path("sentences")).isEmpty();
                });
    }

    @Test
    void aLabelReadsInTheWritersOwnWords() {
        var event = evening.newId();
        var wren = somebody("wren", evening.newId());
        var writer = at(wren, event);
        var label = words.label(new AttendanceId(writer), "H, red scarf").orElseThrow();

        deliver(MessagesOfOthers.answered(
                event,
                writer,
                1,
                "2026-03-12T10:00:00Z",
                List.of(MessagesOfOthers.side("LABEL", label.value(), "NEW", "CHAT")),
                List.of()));

        var history = calls.attendee(wren.value()).get("/me/history").json();
        assertThat(history.path("events")
                        .get(0)
                        .path("people")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("H, red scarf");
        assertThat(history.path("people").get(0).path("name").asString()).isEqualTo("H, red scarf");
    }

    @Test
    void somebodyErasedKeepsAPlaceWithoutAName() {
        var event = evening.newId();
        var wren = somebody("wren", evening.newId());
        var erased = evening.newId();

        deliver(MessagesOfOthers.answered(
                event,
                at(wren, event),
                1,
                "2026-03-12T10:00:00Z",
                List.of(MessagesOfOthers.side("ATTENDANCE", erased, "NEW", "CHAT")),
                List.of()));

        var history =
                calls.attendee(wren.value()).sample("erased").get("/me/history").json();
        assertThat(history.at("/events/0/people/0/name").asString()).isEqualTo("Someone you met");
        assertThat(history.at("/people/0/person").asString()).isEqualTo(erased);
    }

    @Test
    void onlyTheirOwnerReadsAHistory() {
        var wren = somebody("wren", evening.newId());

        assertThat(calls.attendee(wren.value())
                        .sample("nothing-yet")
                        .get("/me/history")
                        .status())
                .isEqualTo(200);
        assertThat(calls.owner().get("/me/history").status()).isEqualTo(403);
        assertThat(calls.owner().get("/history/" + wren).status()).isEqualTo(403);
        assertThat(calls.visitor().get("/me/history").status()).isEqualTo(403);
        assertThat(calls.attendee(evening.newId())
                        .sample("unknown-person")
                        .get("/me/history")
                        .status())
                .isEqualTo(404);
    }

    private void credit(String event, String writer, String kind, String whom) {
        deliver(MessagesOfOthers.outcome(
                evening.newId(), event, writer, kind, "ATTENDANCE", whom, "2026-09-20T10:00:00Z"));
    }

    private PersonId somebody(String name, String town) {
        return people.withAddress(
                        new EmailAddress(name + "@" + town + ".example"), new PersonDetails(name, "", Sector.COLLEGE))
                .id();
    }

    private String at(PersonId person, String event) {
        return Attending.of(people, person, new EventId(event), AttendanceId.random())
                .value();
    }

    private void assertTable(WinterWarmer warmer) {
        TABLE.forEach((name, row) -> assertThat(figures(warmer, name)).as(name).containsExactly(row, within(1e-6)));
    }

    private double[] figures(WinterWarmer warmer, String name) {
        var measures = histories
                .evening(new AttendanceId(warmer.attendance(name)))
                .flatMap(History.Evening::measures)
                .orElseThrow(() -> new AssertionError("no figures for " + name));
        var spokenTo = measures.spokenTo().orElseThrow();
        return new double[] {
            spokenTo.people(),
            spokenTo.newPeople(),
            measures.newFaces().share().orElseThrow(),
            measures.newFaces().roomShareNew().orElseThrow(),
            measures.newFaces().lift().orElseThrow(),
            measures.sectorMix().elsewhere().orElseThrow(),
            measures.sectorMix().room().orElseThrow(),
            measures.kinds().sectors()
        };
    }

    private List<String> sentences(WinterWarmer warmer, String name) {
        return winterEvening(warmer, name)
                .path("sentences")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> saidBy(WinterWarmer warmer, String name) {
        return winterEvening(warmer, name)
                .path("people")
                .valueStream()
                .map(met ->
                        met.path("name").asString() + (met.path("bothSaidSo").asBoolean() ? ", both" : ""))
                .toList();
    }

    private JsonNode winterEvening(WinterWarmer warmer, String name) {
        return calls.attendee(warmer.person(name).value())
                .get("/me/history")
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals(warmer.event()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Winter Warmer for " + name));
    }

    /** Hands a message to the very function that its binding runs. */
    private void deliver(MessagesOfOthers.Sent sent) {
        var function = Map.of(
                        "natter.events", "historyEvents",
                        "natter.attendees", "historyAttendees",
                        "natter.feedback", "historyFeedback")
                .get(sent.topic());
        functions.get(function).accept(sent.message());
    }

    private void send(List<MessagesOfOthers.Sent> messages) {
        try (var producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var sent : messages) {
                var record = new ProducerRecord<String, byte[]>(sent.topic(), sent.key(), sent.bytes());
                sent.headerBytes().forEach((name, value) -> record.headers().add(name, value));
                producer.send(record).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
