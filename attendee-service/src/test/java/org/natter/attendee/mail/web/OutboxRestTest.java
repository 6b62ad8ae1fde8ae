package org.natter.attendee.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.attendee.Calls;
import org.natter.attendee.Evening;
import org.natter.attendee.WholeService;
import org.natter.attendee.mail.MailKind;
import org.natter.attendee.mail.MailRequest;
import org.natter.attendee.mail.PostOffice;
import org.natter.attendee.person.AttendanceId;
import org.natter.attendee.person.EventId;
import org.natter.attendee.person.People;
import org.natter.attendee.person.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The outbox over HTTP. Its mails are asked for long after every other test's, so that they come first. */
@WholeService
class OutboxRestTest {

    private static final String ELSEWHERE = "ffffffffffffffffffffffffffffffff";
    private static final AtomicReference<Instant> LATER = new AtomicReference<>(Instant.parse("2099-01-01T12:00:00Z"));

    private final Calls calls;
    private final Evening evening;
    private final PostOffice mails;
    private final People people;
    private EventId event = new EventId(ELSEWHERE);
    private String mark = "";
    private Instant later = Instant.EPOCH;
    private AttendanceId attendance = new AttendanceId(ELSEWHERE);
    private PersonId wren = new PersonId(ELSEWHERE);

    @Autowired
    OutboxRestTest(Calls calls, Evening evening, PostOffice mails, People people) {
        this.calls = calls;
        this.evening = evening;
        this.mails = mails;
        this.people = people;
    }

    @BeforeEach
    void anEveningWithWren() {
        event = evening.open(3);
        attendance = evening.book(event, "Wren Hadley");
        wren = people.personOf(attendance).orElseThrow().id();
        mark = evening.newId();
        later = LATER.updateAndGet(before -> before.plus(Duration.ofDays(1)));
    }

    @Test
    void olderAndNewerLeadThroughEveryMailOnce() {
        for (var minute = 0; minute < 5; minute++) {
            ask(minute);
        }
        var first = outbox("limit=2");
        var second = outbox("limit=2&before=" + encoded(first.path("older")));
        var third = outbox("limit=2&before=" + encoded(second.path("older")));
        var back = outbox("limit=2&after=" + encoded(second.path("newer")));

        assertThat(first.path("newer").isNull()).isTrue();
        assertThat(minutes(first)).containsExactly(4L, 3L);
        assertThat(minutes(second)).containsExactly(2L, 1L);
        assertThat(minutes(third)).startsWith(0L);
        assertThat(minutes(back)).isEqualTo(minutes(first));
        assertThat(first.path("mails").get(0).path("name").asString()).isEqualTo("Wren Hadley");
        assertThat(first.path("mails").get(0).path("eventTitle").asString()).isEqualTo("Riverside pub evening");
    }

    @Test
    void countsAreOverAllPagesAndOnePageIsOfTheStatusAskedFor() {
        var before = outbox("limit=1").path("counts").path("QUEUED").asInt(0);
        ask(0);
        ask(1);

        var page = outbox("limit=1&status=QUEUED&status=RETRY");

        assertThat(page.path("counts").path("QUEUED").asInt(0)).isGreaterThanOrEqualTo(before + 2);
        assertThat(page.path("mails")).hasSize(1);
        assertThat(outbox("status=BOUNCED").path("mails")).isEmpty();
    }

    @Test
    void anotherRegionSeesNothingWhateverItAsksFor() {
        ask(0);

        var answer = calls.organiserOf(ELSEWHERE).get("/outbox?region=" + Evening.FENLAND.value());

        assertThat(answer.json().path("mails")).isEmpty();
        assertThat(answer.json().path("counts")).isEmpty();
        assertThat(calls.as("OWNER").get("/outbox?limit=1").json().path("mails"))
                .hasSize(1);
    }

    @Test
    void aCursorThatIsNoneIsTheNewestPageAndALimitIsKeptWithinReason() {
        ask(0);

        assertThat(minutes(outbox("limit=1&before=nonsense"))).containsExactly(0L);
        assertThat(minutes(outbox("limit=1&before=4072968000000~feedback-reminder/" + attendance + "/1")))
                .containsExactly(0L);
        assertThat(outbox("limit=0").path("mails")).hasSize(1);
        assertThat(outbox("limit=100000").path("mails").size()).isBetween(1, 200);
    }

    /** Who is reminded has not answered, whom a follow-up goes to named somebody, and a stopped one says what its reader wants. */
    @Test
    void whoGetsMailsAboutAnswersIsNotForOrganisersToRead() {
        ask(0);
        ask(1, MailKind.STILL_TIME);
        ask(2, MailKind.FOLLOW_UP);
        ask(3, MailKind.NOT_THEIRS);
        ask(4, MailKind.HOW_WAS_IT);

        assertThat(outbox("limit=5")
                        .path("mails")
                        .valueStream()
                        .map(mail -> mail.path("name").asString()))
                .containsExactly("Someone", "Someone", "Someone", "Someone", "Wren Hadley");
    }

    /** The door names attendances: with one of them in a cursor or an id a mail would say whose it is after all. */
    @Test
    void nothingInTheOutboxSaysWhoseAMailIs() {
        var kinds = List.of(MailKind.STILL_TIME, MailKind.FOLLOW_UP, MailKind.NOT_THEIRS, MailKind.HOW_WAS_IT);
        for (var kind : kinds) {
            ask("feedback-reminder/" + attendance + "/" + kind.ordinal(), later, kind);
        }

        var first = outbox("limit=2");
        var second = outbox("limit=2&before=" + encoded(first.path("older")));
        var back = outbox("limit=2&after=" + encoded(second.path("newer")));

        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.path("mails").valueStream())
                        .map(mail -> mail.path("kind").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        kinds.stream().map(Enum::name).toList());
        assertThat(Stream.of(first, second, back))
                .allSatisfy(page -> assertThat(page.toString()).doesNotContain(attendance.value(), wren.value()));
        assertThat(ids(back))
                .isEqualTo(ids(first))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9]+~[0-9a-f]{32}"));
    }

    private void ask(int minute) {
        ask(minute, MailKind.DAY_BEFORE);
    }

    private void ask(int minute, MailKind kind) {
        ask("day-before/" + mark + "/" + minute, later.plus(Duration.ofMinutes(minute)), kind);
    }

    private void ask(String cause, Instant at, MailKind kind) {
        mails.ask(MailRequest.about(kind, cause, wren, event, attendance, at));
    }

    private JsonNode outbox(String query) {
        return calls.organiserOf(Evening.FENLAND.value())
                .get("/outbox?" + query)
                .json();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("mails")
                .valueStream()
                .map(mail -> mail.path("id").asString())
                .toList();
    }

    /** How many minutes after the first each was asked for. */
    private List<Long> minutes(JsonNode page) {
        return page.path("mails")
                .valueStream()
                .map(mail -> Instant.parse(mail.path("at").asString()))
                .map(at -> Duration.between(later, at).toMinutes())
                .toList();
    }

    private static String encoded(JsonNode cursor) {
        return URLEncoder.encode(cursor.asString(""), StandardCharsets.UTF_8);
    }
}
