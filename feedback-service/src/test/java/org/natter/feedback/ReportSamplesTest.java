package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.feedback.FeedbackHarness.FENLAND;
import static org.natter.feedback.FeedbackHarness.RIVERSIDE;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.natter.access.kit.HttpCalls;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.answer.Answers;
import org.natter.feedback.answer.Choice;
import org.natter.feedback.answer.CommentId;
import org.natter.feedback.answer.Evening;
import org.natter.feedback.answer.LeavingComments;
import org.natter.feedback.answer.Step;
import org.natter.feedback.invitation.AttendanceId;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.InvitationKind;
import org.natter.feedback.invitation.Invitations;
import org.natter.feedback.invitation.RegionId;
import org.natter.feedback.measure.Chatting;
import org.natter.feedback.measure.Evenings;
import org.natter.feedback.measure.Told;
import org.natter.feedback.question.OwnQuestion;
import org.natter.feedback.question.Pick;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.question.Questionnaires;
import org.natter.feedback.question.SpeakerLinks;
import org.natter.feedback.question.Talk;
import org.natter.feedback.report.EvidenceRows;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.SeasonReport;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden exchanges of reports: Harvest Supper told message by message, looked at before and after day 21, and its year.
 *
 * <p>What is answered is what {@code docs/measures.md} says of that room, over Kafka, store and HTTP.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportSamplesTest {

    private static final String FEEDBACK = "/events/" + RIVERSIDE + "/feedback";
    private static final String MIXING = "/events/" + RIVERSIDE + "/mixing";
    private static final String CHATTING = "/regions/" + FENLAND + "/chatting";
    private static final int[] WORTH = {0, 1, 3, 9, 10};
    private static final int[] WELCOME = {1, 2, 4, 8, 8};

    private static FeedbackHarness feedback;
    private static int told;

    @BeforeAll
    static void everybodyWasThereAndAnswered() {
        feedback = new FeedbackHarness();
        feedback.clockShows("2026-10-30T09:00:00Z");
        var room = Evenings.harvestSupper();
        room.guests().forEach(guest -> {
            var attendance = guest.attendance().value();
            tell(
                    "natter.attendees",
                    "attendance.booked.v1",
                    "wren",
                    "seats/" + RIVERSIDE,
                    body -> body.put("attendance", attendance)
                            .put("sector", guest.sector().name())
                            .put("newcomer", guest.newcomer()));
            tell(
                    "natter.attendees",
                    "attendance.checked-in.v1",
                    "wren",
                    "check-in/" + attendance,
                    body -> body.put("attendance", attendance));
        });
        for (var voice : room.voices()) {
            var number = told;
            tell(
                    "natter.feedback",
                    "feedback.answered.v1",
                    "first-step-only",
                    "answer/" + voice.writer().value(),
                    body -> {
                        body.put("writer", voice.writer().value());
                        body.put("worthComing", mark(WORTH, room.voices().indexOf(voice)));
                        body.put("feltWelcome", mark(WELCOME, room.voices().indexOf(voice)));
                        body.put("familiarFaces", "ABOUT_HALF");
                        body.putArray("others")
                                .addObject()
                                .put("sector", "NOT_SAID")
                                .put("count", voice.unnamed());
                        var met = body.putArray("met");
                        voice.named()
                                .forEach(mention -> side(
                                        met.addObject(),
                                        mention.other().value(),
                                        mention.known() ? "BIT" : "NEW",
                                        number % 3 == 0 ? "USEFUL" : "CHAT"));
                    });
        }
        for (var gone = 0; gone < 11; gone++) {
            var reason = gone < 6 ? "COVER_AT_WORK" : "CARING";
            var attendance = "%032x".formatted(gone + 1);
            tell(
                    "natter.attendees",
                    "attendance.cancelled.v1",
                    "vivien",
                    "seats/" + RIVERSIDE,
                    body -> body.put("attendance", attendance).put("reason", reason));
        }
        tell("natter.attendees", "attendance.hosts-named.v1", "nobody", "hosts/" + RIVERSIDE, body -> {});
        tell("natter.attendees", "history.counts-frozen.v1", "riverside", "history-counts/" + RIVERSIDE, body -> {});
        tell("natter.events", "event.concluded.v1", "riverside", "event/" + RIVERSIDE, body -> {});
        until(() -> feedback.bean(EvidenceRows.class)
                        .of(new EventId(RIVERSIDE))
                        .answers()
                        .size()
                == 23);
        until(() -> feedback.bean(EvidenceRows.class)
                        .of(new EventId(RIVERSIDE))
                        .guests()
                        .size()
                == 30);
        until(() -> organiser().get(FEEDBACK).status() == 200);
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    /** Asked before the form opened, and answered by everybody but the last three; the messages told of it tell nothing new. */
    @Test
    @Order(0)
    void somePickedWhatTheyLike() {
        var event = new EventId(RIVERSIDE);
        feedback.bean(Questionnaires.class).replace(new Questionnaire(event, 1, List.of(PUB, HELP), List.of(ZINES)));
        feedback.bean(EvidenceRows.class).of(event).answers().values().stream()
                .sorted(Comparator.comparing(answer -> answer.writer().value()))
                .limit(20)
                .forEach(told -> {
                    var step = new Step.AnythingElse(
                            Evening.NOT_SAID,
                            List.of(
                                    new Choice(PUB.id(), PICKS.get(picked)),
                                    new Choice(ZINES.id(), PICKS.get(picked++))));
                    feedback.bean(Answers.class)
                            .change(
                                    Answer.empty(told.writer(), event, told.at()),
                                    answer -> answer.save(step, told.at()));
                });
    }

    private static final OwnQuestion PUB = OwnQuestion.about(
            new EventId(RIVERSIDE),
            OwnQuestion.Kind.PICK_ONE,
            "Which pub next?",
            List.of("The Crown", "The Maltings", "The Green Man"));
    private static final OwnQuestion HELP = OwnQuestion.about(
            new EventId(RIVERSIDE), OwnQuestion.Kind.FEW_WORDS, "What could you show others?", List.of());
    private static final List<Pick> PICKS = Stream.of(
                    Collections.nCopies(9, Pick.FIRST),
                    Collections.nCopies(8, Pick.SECOND),
                    Collections.nCopies(3, Pick.THIRD))
            .flatMap(List::stream)
            .toList();
    private static int picked;

    @Test
    @Order(1)
    void beforeDay21NothingIsToldButHowManyAnswered() {
        var waiting = organiser().sample("collecting").get(FEEDBACK).json();

        assertThat(waiting.path("state").asString()).isEqualTo("COLLECTING");
        assertThat(waiting.path("publishesAt").asString()).isEqualTo("2026-11-05T10:00:00Z");
        assertThat(waiting.path("feedback").isNull()).isTrue();
        assertThat(waiting.path("comments")).isEmpty();
        assertThat(waiting.path("reasons")).isEmpty();
        assertThat(waiting.path("own")).isEmpty();
        assertThat(organiser()
                        .sample("collecting")
                        .get(MIXING)
                        .json()
                        .path("mixing")
                        .isNull())
                .isTrue();
        assertThat(organiser().sample("not-known-yet").get(CHATTING).json().path("seasons"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void onDay21TheReportStands() {
        feedback.clockShows("2026-11-05T10:00:01Z");
        until(() -> feedback.bean(Reports.class).find(new EventId(RIVERSIDE)).isPresent());

        var writers = Evenings.harvestSupper().voices().stream()
                .map(voice -> voice.writer().value())
                .toList();
        for (var word = 1; word <= 4; word++) {
            leaveWord(writers.get(0), word);
        }
        for (var word = 5; word <= 7; word++) {
            leaveWord(writers.get(word), word);
        }
        assertThat(organiser().get(FEEDBACK).json().path("comments"))
                .as("seven words of four people")
                .isEmpty();
        leaveWord(writers.get(8), 8);
        for (var word = 5; word <= 8; word++) {
            answerInWords(writers.get(word), word);
        }
        assertThat(organiser().get(FEEDBACK).json().at("/own/1/said"))
                .as("words of four people")
                .isEmpty();
        answerInWords(writers.get(0), 9);
        theSpeakerReads(writers);

        var how = organiser().sample("published").get(FEEDBACK).json();
        assertThat(how.path("came").asInt()).isEqualTo(30);
        assertThat(how.path("answered").asInt()).isEqualTo(23);
        assertThat(how.at("/feedback/worthComing/band").asString()).isEqualTo("MOST");
        assertThat(how.at("/feedback/worthComing/percent").isNull()).isTrue();
        assertThat(how.at("/feedback/feltWelcome/percent").asInt()).isEqualTo(70);
        assertThat(how.path("comments")).as("of five people").hasSize(8);
        assertThat(how.at("/own/0/answered").asInt()).isEqualTo(20);
        assertThat(how.at("/own/0/lines/0/words").asString()).isEqualTo("The Crown");
        assertThat(how.at("/own/0/lines/0/people").asInt()).isEqualTo(9);
        assertThat(how.at("/own/0/lines/1/words").asString()).as("all the rest").isEmpty();
        assertThat(how.at("/own/0/lines/1/people").asInt()).isEqualTo(11);
        assertThat(how.at("/own/1/answered").isNull()).isTrue();
        assertThat(how.at("/own/1/said")).hasSize(5);
        assertThat(how.at("/reasons/0/reason").asString()).isEqualTo("COVER_AT_WORK");
        assertThat(how.at("/reasons/0/people").asInt()).isEqualTo(6);
        var mixing = organiser().sample("published").get(MIXING).json().path("mixing");
        assertThat(mixing.at("/newFaces/percent").asInt()).isEqualTo(70);
        assertThat(mixing.at("/sectors/room").asInt()).isEqualTo(75);
        assertThat(mixing.at("/sectors/talks").asInt()).isEqualTo(75);
        assertThat(mixing.at("/sectors/grid")).hasSize(5);
        assertThat(mixing.path("newcomers").asString()).isEqualTo("COULD_DO_WITH_A_HELLO");
        assertThat(mixing.path("pull").asString()).isEqualTo("TWICE");
        assertThat(mixing.path("again").asString()).isEqualTo("ABOUT_HALF");
    }

    /** The morning after, as somebody who was asked. */
    private static void leaveWord(String writer, int number) {
        var asked = Instant.parse("2026-10-16T08:00:00Z");
        feedback.bean(Invitations.class)
                .issue(Invitation.first(
                        new AttendanceId(writer),
                        new EventId(RIVERSIDE),
                        InvitationKind.HOW_WAS_IT,
                        asked,
                        asked.plus(Duration.ofDays(13))));
        feedback.bean(LeavingComments.class)
                .leave(
                        new AttendanceId(writer),
                        1,
                        new CommentId("%032x".formatted(number)),
                        "Word " + number + " for the organisers.",
                        asked);
    }

    private static final Talk ZINES = Talk.of(new EventId(RIVERSIDE), "Zines in an hour", true);

    /** Of those who marked her talk 17 chose one of the two best, and five wrote a line. */
    private static void theSpeakerReads(List<String> writers) {
        for (var line = 0; line < 5; line++) {
            feedback.bean(LeavingComments.class)
                    .answer(
                            new AttendanceId(line == 0 ? writers.get(0) : writers.get(line + 4)),
                            1,
                            List.of(new LeavingComments.Said(
                                    new CommentId("b%031x".formatted(line)), ZINES.id(), "Line " + (line + 1) + ".")),
                            Instant.parse("2026-10-16T08:00:00Z"));
        }
        var link = "{\"event\": \"%s\", \"token\": \"%s\"}"
                .formatted(RIVERSIDE, feedback.bean(SpeakerLinks.class).of(ZINES.id()));
        var speaker = calls().as("PUBLIC", Map.of("sub", "public"));
        speaker.post("/talks/reply", link.replaceFirst("}$", ", \"wants\": true}"));
        var shown = speaker.sample("shown").post("/talks/read", link).json();
        assertThat(shown.path("state").asString()).isEqualTo("SHOWN");
        assertThat(shown.path("rated").asInt()).isEqualTo(20);
        assertThat(shown.at("/worthHearing/band").asString()).isEqualTo("MOST");
        assertThat(shown.path("said")).hasSize(5);
    }

    private static void answerInWords(String writer, int number) {
        feedback.bean(LeavingComments.class)
                .answer(
                        new AttendanceId(writer),
                        1,
                        List.of(new LeavingComments.Said(
                                new CommentId("a%031x".formatted(number)), HELP.id(), "Show " + number + ".")),
                        Instant.parse("2026-10-16T08:00:00Z"));
    }

    @Test
    @Order(3)
    void anotherRegionSeesNothing() {
        var elsewhere = calls().as("ORGANISER", Map.of("region", "f".repeat(32)));

        assertThat(elsewhere.sample("not-found").get(FEEDBACK).status()).isEqualTo(404);
        assertThat(elsewhere.sample("not-found").get(MIXING).status()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void aYearIsToldOnceItsLastFollowUpHasClosed() {
        var room = Evenings.harvestSupper();
        room.voices().stream()
                .filter(voice -> !voice.named().isEmpty())
                .limit(12)
                .forEach(voice -> {
                    var outcome = "%032x".formatted(++told);
                    tell(
                            "natter.feedback",
                            "feedback.outcome-reported.v1",
                            "work-experience",
                            "outcome/" + outcome,
                            body -> {
                                body.put("outcome", outcome);
                                body.put("writer", voice.writer().value());
                                body.putArray("credited")
                                        .addObject()
                                        .put("kind", "ATTENDANCE")
                                        .put("id", voice.named().get(0).other().value());
                            });
                });
        until(() -> feedback.bean(EvidenceRows.class)
                        .of(new EventId(RIVERSIDE))
                        .outcomes()
                        .size()
                == 12);
        tell(
                "natter.attendees",
                "history.season-counted.v1",
                "fenland",
                "history-season/a1f2c87b764e031a6108c17985ad623c",
                body -> body.put("region", FENLAND));
        until(() -> feedback.bean(EvidenceRows.class)
                .season(new RegionId(FENLAND), 2026)
                .isPresent());
        feedback.clockShows("2027-08-14T10:00:00Z");
        until(() -> !feedback.bean(Reports.class).seasons(new RegionId(FENLAND)).isEmpty());

        var season = organiser().sample("a-year").get(CHATTING).json().at("/seasons/0");
        assertThat(season.path("year").asInt()).isEqualTo(2026);
        assertThat(season.path("sentence").isObject()).isTrue();
        assertThat(season.path("cameAgain").asString()).isEqualTo("ABOUT_HALF");
        assertThat(calls().as("ORGANISER", Map.of("region", "f".repeat(32)))
                        .get(CHATTING)
                        .json()
                        .path("seasons"))
                .isEmpty();
    }

    /** From five people behind either, in numbers: {@code ChattingTest} says when. */
    @Test
    @Order(5)
    void aYearOfManyGoodThingsIsToldInNumbers() {
        var busy = "e".repeat(32);
        feedback.bean(Reports.class)
                .publish(new SeasonReport(
                        new RegionId(busy),
                        2026,
                        Instant.parse("2027-08-14T10:00:00Z"),
                        41,
                        14,
                        new SeasonReport.Sentence(
                                Told.Band.MOST,
                                Chatting.Fraction.TWO_THIRDS,
                                false,
                                Chatting.Verdict.FAIR,
                                Chatting.Payoff.A_LITTLE_MORE,
                                new Chatting.Numbers(12, 8, 18, 25)),
                        null));

        var season = calls().as("ORGANISER", Map.of("region", busy))
                .sample("a-year-in-numbers")
                .get("/regions/" + busy + "/chatting")
                .json()
                .at("/seasons/0/sentence/numbers");
        assertThat(season.path("goods").asInt()).isEqualTo(12);
        assertThat(season.path("beganAsAChat").asInt()).isEqualTo(8);
    }

    private static void side(ObjectNode side, String other, String before, String talk) {
        side.putObject("who").put("kind", "ATTENDANCE").put("id", other);
        side.put("before", before).put("talk", talk).put("again", "YES");
        side.putObject("introduced").put("by", "NOT_SAID").put("id", "");
        side.put("askAgain", true).put("late", false);
    }

    private static int mark(int[] counts, int number) {
        var left = number;
        for (var box = 0; box < counts.length; box++) {
            left -= counts[box];
            if (left < 0) {
                return box + 1;
            }
        }
        throw new IllegalArgumentException();
    }

    private static void tell(String topic, String type, String sample, String aggregate, Consumer<ObjectNode> change) {
        feedback.tell(topic, type, sample, change, aggregate + "/" + ++told);
    }

    private static HttpCalls calls() {
        return feedback.calls();
    }

    private static HttpCalls.As organiser() {
        return calls().as("ORGANISER", Map.of("region", FENLAND));
    }

    private static void until(Callable<Boolean> happened) {
        await().atMost(Duration.ofSeconds(60)).until(happened);
    }
}
