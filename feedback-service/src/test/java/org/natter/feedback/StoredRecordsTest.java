package org.natter.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.natter.feedback.answer.Answer;
import org.natter.feedback.invitation.EventId;
import org.natter.feedback.invitation.Gathering;
import org.natter.feedback.invitation.Invitation;
import org.natter.feedback.invitation.QuestionId;
import org.natter.feedback.outcome.FollowUp;
import org.natter.feedback.outcome.Outcome;
import org.natter.feedback.question.Questionnaire;
import org.natter.feedback.report.AnswerTold;
import org.natter.feedback.report.CountsTold;
import org.natter.feedback.report.EventReport;
import org.natter.feedback.report.GuestTold;
import org.natter.feedback.report.HostsTold;
import org.natter.feedback.report.OutcomeTold;
import org.natter.feedback.report.Reports;
import org.natter.feedback.report.SeasonReport;
import org.natter.feedback.report.SeasonTold;
import org.natter.ids.HexId;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Every record that lies in the store under the names of its components, as it lies there: with another name, or one that has to
 * be there and was not, whatever was kept before could not be read any more. A store outlives the build that wrote it.
 *
 * <p>A row here is never changed to fit a record; what a record gains since may be absent.
 */
class StoredRecordsTest {

    private static FeedbackHarness feedback;

    @BeforeAll
    static void start() {
        feedback = new FeedbackHarness("1d");
    }

    @AfterAll
    static void stop() {
        feedback.close();
    }

    static Stream<Arguments> today() {
        return Stream.of(
                stored(Invitation.class, """
                        {"attendance": ID1, "event": ID2, "generation": 1, "kind": "HOW_WAS_IT", "askedAt": AT,
                         "validUntil": AT, "reminded": true, "stopped": false, "absence": "HEALTH",
                         "leftWords": true, "resumedAt": AT, "wroteTo": [ID3]}
                        """),
                stored(Answer.class, """
                        {"writer": ID1, "event": ID2, "at": AT, "overall": {"worthComing": 4, "feltWelcome": 5},
                         "met": [{"who": {"kind": "ATTENDANCE", "_id": ID3}, "before": "NEW", "talk": "USEFUL",
                           "again": "YES", "introduced": {"by": "NOBODY", "_id": ""}, "askAgain": true}],
                         "others": [{"sector": "SCHOOL", "count": 2}], "knownBefore": "A_FEW",
                         "evening": {"familiarFaces": "ABOUT_HALF", "came": "ALONE"}, "steps": [1, 2], "sent": true,
                         "chosen": [{"question": ID4, "pick": "SECOND"}]}
                        """),
                stored(FollowUp.class, """
                        {"attendance": ID1, "event": ID2, "asked": [3, 9], "replied": [3], "closesAt": AT}
                        """),
                stored(Outcome.class, """
                        {"outcome": ID1, "writer": ID2, "event": ID3, "at": AT, "kind": "ADVICE",
                         "direction": "RECEIVED", "month": "2027-01",
                         "credited": [{"kind": "LABEL", "_id": ID4}], "withdrawnAt": AT}
                        """),
                stored(Questionnaire.class, """
                        {"event": ID1, "version": 2,
                         "questions": [{"_id": ID2, "kind": "PICK_ONE", "words": "Which day?",
                           "options": ["Tuesday", "Friday"]}],
                         "talks": [{"_id": ID3, "title": "Marc without tears", "tookPlace": true}], "gone": [ID4]}
                        """),
                stored(EventReport.class, REPORT),
                stored(SeasonReport.class, """
                        {"region": ID1, "year": 2026, "at": AT, "asked": 40, "answered": 30,
                         "sentence": {"share": "SOME", "baseRate": "THIRD", "about": true, "verdict": "FAIR",
                           "payoff": "AS_OFTEN",
                           "numbers": {"goods": 20, "beganAsAChat": 10, "chatPerHundred": 5, "usefulPerHundred": 7}},
                         "cameAgain": "MOST"}
                        """),
                stored(Gathering.class, """
                        {"region": ID1, "endsAt": AT, "zone": "Europe/London", "standing": "OVER"}
                        """),
                stored(GuestTold.class, """
                        {"attendance": ID1, "event": ID2, "sector": "SCHOOL", "newcomer": true}
                        """),
                stored(AnswerTold.class, """
                        {"writer": ID1, "event": ID2, "at": AT, "worthComing": 4, "feltWelcome": 5,
                         "met": [{"who": {"kind": "ATTENDANCE", "_id": ID3}, "before": "NEW", "talk": "CHAT",
                           "askAgain": true, "late": false}],
                         "others": [{"sector": "SCHOOL", "count": 2}], "familiarFaces": "ABOUT_HALF"}
                        """),
                stored(OutcomeTold.class, """
                        {"outcome": ID1, "writer": ID2, "event": ID3, "kind": "ADVICE", "year": 2027, "month": 1,
                         "credited": [{"kind": "LABEL", "_id": ID4}], "withdrawn": false}
                        """),
                stored(HostsTold.class, """
                        {"event": ID1, "hosts": [ID2]}
                        """),
                stored(CountsTold.class, """
                        {"event": ID1, "familiar": [{"pairs": {"$numberLong": "90"}, "known": {"$numberLong": "20"},
                           "knownTalked": {"$numberLong": "9"}, "newTalked": {"$numberLong": "30"}}],
                         "again": [{"pairs": {"$numberLong": "9"}, "talked": {"$numberLong": "4"}, "people": 6, "others": 7}]}
                        """),
                stored(SeasonTold.class, """
                        {"region": ID1, "year": 2026, "returned": [{"due": 9, "back": 5}],
                         "behind": [{"people": 12, "apart": true}]}
                        """));
    }

    private static final String REPORT = """
            {"event": ID1, "at": AT, "came": 30, "answered": 21,
             "feedback": {"worthComing": {"band": "MOST", "percent": 75}, "feltWelcome": {"band": "MOST"},
               "familiarFaces": "ABOUT_HALF"},
             "mixing": {"newFaces": {"band": "MOST"}, "pull": "TWICE", "sectors": {"word": "AS_CHANCE", "room": 80,
                 "talks": 70, "grid": [{"one": "SCHOOL", "other": "OTHER", "word": "ABOUT_AS_MUCH"}]},
               "newcomers": "NEARLY_EVERYONE", "knit": "ONE_CROWD", "recall": 55, "again": "SOME",
               "suggestion": "SMALL_TABLES"},
             "reasons": [{"reason": "HEALTH", "people": 5}],
             "own": [{"question": ID2, "kind": "PICK_ONE", "words": "Which day?", "answered": 12,
               "lines": [{"words": "Tuesday", "people": 7}]}],
             "talks": [{"talk": ID3, "rated": 12, "worthHearing": {"band": "MOST", "percent": 70}}]}
            """;

    @ParameterizedTest
    @MethodSource("today")
    void isReadAsItLiesThereAndLiesThereAsItWas(Class<?> record, Document row) {
        var again = new Document();
        converter().write(converter().read(record, row), again);
        again.remove("_class");

        assertThat(again).isEqualTo(row);
    }

    /** A report is written once and never again, so those that stand are read for good. */
    @Test
    void whatSpeakersWereToldInAReportThatStandsIsTheirsStill() {
        var event = HexId.random();
        feedback.bean(MongoOperations.class)
                .getCollection("event_report")
                .insertOne(parsed(REPORT).append("_id", event).append("event", event));

        var report = feedback.bean(Reports.class).find(new EventId(event)).orElseThrow();

        assertThat(report.talk(new QuestionId(id(3))).orElseThrow().rated()).isEqualTo(12);
        assertThat(report.at()).isEqualTo(Instant.parse("2026-10-15T20:00:00Z"));
    }

    /** From before talks could be named, and before one could go. */
    @Test
    void questionsThatWereKeptBeforeThereWereTalksAreAskedStill() {
        var kept = converter().read(Questionnaire.class, parsed("""
                {"event": ID1, "version": 1,
                 "questions": [{"_id": ID2, "kind": "FEW_WORDS", "words": "What next?", "options": []}]}
                """));

        assertThat(kept.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.words()).isEqualTo("What next?"));
        assertThat(kept.talks()).isEmpty();
        assertThat(kept.gone()).isEmpty();
    }

    /** From before organisers could ask anything of their own, or somebody could be asked again. */
    static Stream<Arguments> before() {
        return Stream.of(
                stored(Invitation.class, """
                        {"attendance": ID1, "event": ID2, "generation": 1, "kind": "HOW_WAS_IT", "askedAt": AT,
                         "validUntil": AT, "reminded": true, "stopped": false}
                        """),
                stored(Answer.class, """
                        {"writer": ID1, "event": ID2, "at": AT, "overall": {"worthComing": 4, "feltWelcome": 5},
                         "met": [], "others": [], "knownBefore": "A_FEW",
                         "evening": {"familiarFaces": "ABOUT_HALF", "came": "ALONE"}, "steps": [1], "sent": false}
                        """),
                stored(EventReport.class, """
                        {"event": ID1, "at": AT, "came": 9, "answered": 4, "reasons": []}
                        """),
                stored(SeasonReport.class, """
                        {"region": ID1, "year": 2026, "at": AT, "asked": 4, "answered": 3}
                        """));
    }

    @ParameterizedTest
    @MethodSource("before")
    void whatIsAbsentIsReadAsAbsent(Class<?> record, Document row) {
        isReadAsItLiesThereAndLiesThereAsItWas(record, row);
    }

    private static MongoConverter converter() {
        return feedback.bean(MongoOperations.class).getConverter();
    }

    private static Arguments stored(Class<?> record, String row) {
        return Arguments.of(record, parsed(row));
    }

    private static Document parsed(String row) {
        var read = row.replace("AT,", "{\"$date\": \"2026-10-15T20:00:00Z\"},")
                .replace("AT}", "{\"$date\": \"2026-10-15T20:00:00Z\"}}");
        for (var number : List.of(1, 2, 3, 4)) {
            read = read.replace("ID" + number, '"' + id(number) + '"');
        }
        return Document.parse(read);
    }

    private static String id(int number) {
        return "%032x".formatted(number);
    }
}
