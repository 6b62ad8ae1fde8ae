package org.natter.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.web.OrganisersSeason.DRAFT;
import static org.natter.web.OrganisersSeason.OFF;
import static org.natter.web.OrganisersSeason.PUB;
import static org.natter.web.OrganisersSeason.WINTER;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.natter.web.OrganisersSeason;
import org.natter.web.WholeWebBody;
import org.natter.web.stub.Sampled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.messaging.support.MessageBuilder;

class LiveTest extends WholeWebBody {

    /** A limit for what does not come at all; a machine that is busy elsewhere is slow. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String ATTENDANCE = "a0000000000000000000000000000001";

    @Autowired
    private InputDestination topics;

    @Autowired
    private Watching watching;

    @AfterEach
    void closeThePages() {
        watching.audiences().values().forEach(Watching.Audience::close);
        await("nobody watches")
                .atMost(PATIENCE)
                .until(() -> watching.audiences().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attendance.booked.v1",
                "attendance.waitlisted.v1",
                "attendance.offered.v1",
                "attendance.cancelled.v1",
                "attendance.checked-in.v1",
                "attendance.check-in-undone.v1"
            })
    void newsOfAnyKindShowsTheNewNumbers(String type) throws Exception {
        ownerIn();
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));

        SERVICES.answer("GET /event/overview/" + WINTER, numbers(35));
        tell("natter.attendees", type, "seats/" + WINTER + "/42", "/attendee-service");

        await("the new numbers").atMost(PATIENCE).until(() -> shown(lines, "35 of 36 booked"));
        assertThat(lines).anyMatch(line -> line.startsWith("id:")).contains("event:counts");
    }

    /** An open page said "Open for booking" of what somebody else had called off. */
    @ParameterizedTest
    @ValueSource(strings = {"event.published.v1", "event.changed.v1", "event.cancelled.v1", "event.concluded.v1"})
    void anOpenPageHearsThatItsEventStandsOtherwise(String type) throws Exception {
        ownerIn();
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));
        awaitQuiet();
        var before = standing(lines);
        assertThat(before).matches("data:[0-9a-f]{16}");

        SERVICES.answer(
                "GET /event/overview/" + WINTER,
                OrganisersSeason.overview(WINTER).with("status", "CANCELLED"));
        tell("natter.events", type, "event/" + WINTER + "/3", "/event-service");

        await("how it stands").atMost(PATIENCE).until(() -> !standing(lines).equals(before));
    }

    private static String standing(List<String> lines) {
        return lines.get(lines.lastIndexOf("event:standing") + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback.invitation-due.v1", "feedback.answered.v1"})
    void oneMoreAnswerShowsInTheLastSentence(String type) throws Exception {
        ownerIn();
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));

        SERVICES.answer(
                "GET /event/overview/" + WINTER,
                OrganisersSeason.overview(WINTER).with("status", "CONCLUDED"));
        SERVICES.answer(
                "GET /feedback/events/" + WINTER + "/feedback",
                OrganisersSeason.answers().with("answered", 1));
        tell("natter.feedback", type, "answer/" + ATTENDANCE + "/1", "/feedback-service");

        await("the answer").atMost(PATIENCE).until(() -> shown(lines, "1 of 20 has answered"));
        assertThat(lines).contains("event:last");
    }

    @Test
    void newsWhileTheFirstNumbersAreReadIsShown() throws Exception {
        ownerIn();
        var heard = new AtomicBoolean();
        SERVICES.answer("GET /event/overview/" + WINTER, sent -> {
            if (heard.getAndSet(true)) {
                return numbers(35);
            }
            tell("natter.attendees", "attendance.booked.v1", "seats/" + WINTER + "/42", "/attendee-service");
            return numbers(34);
        });

        var lines = watch();

        await("the new numbers").atMost(PATIENCE).until(() -> shown(lines, "35 of 36 booked"));
        assertThat(shown(lines, "34 of 36 booked")).as("the first numbers").isTrue();
    }

    @Test
    void aPageOpenedAfterTheNewsShowsItOnceTheOverviewHasCaughtUp() throws Exception {
        ownerIn();
        tell("natter.attendees", "attendance.booked.v1", "seats/" + WINTER + "/42", "/attendee-service");
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));

        SERVICES.answer("GET /event/overview/" + WINTER, numbers(35));

        await("the new numbers").atMost(PATIENCE).until(() -> shown(lines, "35 of 36 booked"));
    }

    @Test
    void aPageThatReadEarlyAndJoinedLateShowsWhatTheOthersShow() throws Exception {
        ownerIn();
        var first = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(first, "34 of 36 booked"));
        awaitQuiet();
        var reading = new CountDownLatch(1);
        var shown = new CountDownLatch(1);
        var early = new AtomicBoolean(true);
        SERVICES.answer("GET /event/overview/" + WINTER, sent -> {
            if (!early.getAndSet(false)) {
                return numbers(35);
            }
            reading.countDown();
            waitFor(shown);
            return numbers(34);
        });

        var second = watch();
        waitFor(reading);
        tell("natter.attendees", "attendance.booked.v1", "seats/" + WINTER + "/42", "/attendee-service");
        await("the first page").atMost(PATIENCE).until(() -> shown(first, "35 of 36 booked"));
        shown.countDown();

        await("the second page").atMost(PATIENCE).until(() -> shown(second, "35 of 36 booked"));
        awaitQuiet();
        assertThat(second.stream().filter(line -> line.contains("of 36 booked")))
                .last()
                .asString()
                .contains("35 of 36 booked");
    }

    @Test
    void anEventThatCannotBeReadHoldsUpNoOther() throws Exception {
        ownerIn();
        var refused = List.of(PUB, DRAFT, OFF);
        refused.forEach(this::watch);
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));
        awaitQuiet();
        var never = new CountDownLatch(1);
        refused.forEach(event -> SERVICES.answer("GET /event/overview/" + event, sent -> {
            waitFor(never);
            return OrganisersSeason.overview(event);
        }));
        SERVICES.answer("GET /event/overview/" + WINTER, numbers(35));

        refused.forEach(event -> news(event, 42));
        news(WINTER, 42);

        try {
            await("the new numbers").atMost(Duration.ofMillis(1800)).until(() -> shown(lines, "35 of 36 booked"));
        } finally {
            never.countDown();
        }
    }

    @Test
    void aLineEndsWithTheSessionThatOpenedIt() throws Exception {
        ownerIn();
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));
        watching.audiences().values().forEach(Watching.Audience::stillHere);
        assertThat(watching.audiences()).as("signed in, it stays").isNotEmpty();

        var page = open("/organise");
        assertThat(page.querySelectorAll("[sse-connect]"))
                .as("a page knows the goodbye")
                .isNotEmpty()
                .isEqualTo(page.querySelectorAll("[sse-close=signed-out]"));
        press(page, "Sign out");
        watching.audiences().values().forEach(Watching.Audience::stillHere);

        await("the line's end")
                .atMost(PATIENCE)
                .until(() -> watching.audiences().isEmpty());
        await("a goodbye").atMost(PATIENCE).until(() -> lines.contains("event:signed-out"));
    }

    /** Whoever organises another region by now sees no more of this one, and whoever still may asks again by themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"region", "role"})
    void aLineEndsOnceItsOrganiserIsSomebodyElseToTheServices(String field) throws Exception {
        ownerIn();
        organiserIn();
        var lines = watch();
        await("the first numbers").atMost(PATIENCE).until(() -> shown(lines, "34 of 36 booked"));
        watching.audiences().values().forEach(Watching.Audience::stillHere);
        assertThat(watching.audiences()).as("as it was, it stays").isNotEmpty();

        mongo.getCollection("organiser")
                .updateOne(
                        Filters.eq("email", "kofi@library.example"),
                        Updates.set(field, field.equals("role") ? "OWNER" : "c".repeat(32)));
        watching.audiences().values().forEach(Watching.Audience::stillHere);

        await("the line's end")
                .atMost(PATIENCE)
                .until(() -> watching.audiences().isEmpty());
        assertThat(lines).as("they are signed in still").doesNotContain("event:signed-out");
    }

    @Test
    void manyMessagesAreOneLook() {
        var audience = new Watching.Audience();

        for (var messages = 0; messages < 100; messages++) {
            audience.news(Instant.EPOCH);
        }
        audience.show(() -> Optional.of(new Fragments("17 of 34 here", "", "", Instant.EPOCH)));

        assertThat(looks(audience, 100 * Watching.SLOW)).isEqualTo(Watching.LOOKS);
    }

    @Test
    void aLookUnderWayIsNotJoinedByAnother() {
        var audience = new Watching.Audience();

        assertThat(audience.look()).isTrue();
        assertThat(audience.look()).as("still looking").isFalse();
        audience.looked();
        assertThat(audience.look()).isTrue();
    }

    @Test
    void anOverviewIsLookedAtUntilItIsAsNewAsTheNews() {
        var audience = new Watching.Audience();
        var said = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(looks(audience, 100 * Watching.SLOW))
                .as("on opening, without news")
                .isEqualTo(Watching.LOOKS);
        audience.news(said);

        var first = looks(audience, Watching.LOOKS);
        audience.show(() -> Optional.of(new Fragments("17 of 34 here", "", "", said.minusMillis(1))));
        var behind = looks(audience, 100 * Watching.SLOW);
        audience.show(() -> Optional.of(new Fragments("18 of 34 here", "", "", said)));
        var after = looks(audience, 100 * Watching.SLOW);

        assertThat(first).isEqualTo(Watching.LOOKS);
        assertThat(behind).as("slowly, as long as it is behind").isEqualTo(100);
        assertThat(after).as("it has caught up").isZero();
    }

    /** What feedback-service says it knows already, and event-service never hears of it. */
    @Test
    void noOverviewIsWaitedForToHearOfAnAnswer() {
        var audience = new Watching.Audience();
        looks(audience, 100 * Watching.SLOW);

        audience.newsOfWhoeverTellsTheNumber();

        assertThat(looks(audience, 100 * Watching.SLOW)).isEqualTo(Watching.LOOKS);
    }

    private static long looks(Watching.Audience audience, int chances) {
        return IntStream.range(0, chances)
                .filter(chance -> {
                    var look = audience.look();
                    audience.looked();
                    return look;
                })
                .count();
    }

    private void tell(String topic, String type, String id, String source) {
        tell(topic, type, WINTER, id, source);
    }

    private void tell(String topic, String type, String event, String id, String source) {
        topics.send(
                MessageBuilder.withPayload(("{\"attendance\":\"" + ATTENDANCE + "\",\"event\":\"" + event + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                        .setHeader("ce_id", id)
                        .setHeader("ce_type", type)
                        .setHeader("ce_source", source)
                        .setHeader("ce_subject", ATTENDANCE)
                        .setHeader("ce_time", "2026-11-20T09:00:00Z")
                        .build(),
                topic);
    }

    private void news(String event, int version) {
        tell("natter.attendees", "attendance.booked.v1", event, "seats/" + event + "/" + version, "/attendee-service");
    }

    /** Nobody has asked for numbers for as long as it takes to look twice. */
    private void awaitQuiet() {
        var before = new AtomicInteger();
        await("all is quiet")
                .during(Duration.ofMillis(1200))
                .atMost(Duration.ofSeconds(15))
                .until(() -> SERVICES.calls().size(), now -> before.getAndSet(now) == now);
    }

    private static void waitFor(CountDownLatch moment) {
        try {
            assertThat(moment.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> watch() {
        return watch(WINTER);
    }

    private List<String> watch(String event) {
        var lines = new CopyOnWriteArrayList<String>();
        var cookie = browser.getCookieManager().getCookie("natter").getValue();
        var request = HttpRequest.newBuilder(URI.create(address("/organise/live/" + event)))
                .header("Cookie", "natter=" + cookie)
                .build();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    private static boolean shown(List<String> lines, String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    private static Sampled numbers(int booked) {
        return OrganisersSeason.overview(WINTER).with("booked", booked);
    }
}
