package org.natter.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.natter.web.OrganisersSeason.WINTER;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
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

    private static final String ATTENDANCE = "a0000000000000000000000000000001";

    @Autowired
    private InputDestination topics;

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
        await("the first numbers").atMost(Duration.ofSeconds(5)).until(() -> shown(lines, "34 of 36 booked"));

        SERVICES.answer("GET /event/overview/" + WINTER, numbers(35, 0));
        tell("natter.attendees", type, "seats/" + WINTER + "/42", "/attendee-service");

        await("the new numbers").atMost(Duration.ofSeconds(5)).until(() -> shown(lines, "35 of 36 booked"));
        assertThat(lines).anyMatch(line -> line.startsWith("id:")).contains("event:counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback.invitation-due.v1", "feedback.answered.v1"})
    void oneMoreAnswerShowsInTheLastSentence(String type) throws Exception {
        ownerIn();
        var lines = watch();
        await("the first numbers").atMost(Duration.ofSeconds(5)).until(() -> shown(lines, "34 of 36 booked"));

        SERVICES.answer("GET /event/overview/" + WINTER, numbers(34, 1));
        tell("natter.feedback", type, "answer/" + ATTENDANCE + "/1", "/feedback-service");

        await("the answer").atMost(Duration.ofSeconds(5)).until(() -> shown(lines, "1 of 20 have answered so far"));
        assertThat(lines).contains("event:last");
    }

    @Test
    void manyMessagesAreOneLook() {
        var watching = new Watching();
        var audience = new Watching.Audience();

        for (var messages = 0; messages < 100; messages++) {
            audience.news(Instant.EPOCH);
        }
        var looks = 0;
        while (audience.look()) {
            looks++;
        }

        assertThat(looks).isEqualTo(Watching.LOOKS);
        assertThat(watching.audiences()).isEmpty();
    }

    @Test
    void anOverviewIsLookedAtUntilItIsAsNewAsTheNews() {
        var audience = new Watching.Audience();
        var said = Instant.parse("2026-11-20T09:00:00Z");
        assertThat(audience.look()).as("nothing has happened").isFalse();
        audience.news(said);

        var first = looks(audience, Watching.LOOKS);
        audience.show(new Fragments("17 of 34 here", "", said.minusMillis(1)));
        var behind = looks(audience, 100 * Watching.SLOW);
        audience.show(new Fragments("18 of 34 here", "", said));
        var after = looks(audience, 100 * Watching.SLOW);

        assertThat(first).isEqualTo(Watching.LOOKS);
        assertThat(behind).as("slowly, as long as it is behind").isEqualTo(100);
        assertThat(after).as("it has caught up").isZero();
    }

    private static long looks(Watching.Audience audience, int chances) {
        return IntStream.range(0, chances).filter(chance -> audience.look()).count();
    }

    private void tell(String topic, String type, String id, String source) {
        topics.send(
                MessageBuilder.withPayload(("{\"attendance\":\"" + ATTENDANCE + "\",\"event\":\"" + WINTER + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                        .setHeader("ce_id", id)
                        .setHeader("ce_type", type)
                        .setHeader("ce_source", source)
                        .setHeader("ce_subject", ATTENDANCE)
                        .setHeader("ce_time", "2026-11-20T09:00:00Z")
                        .build(),
                topic);
    }

    private List<String> watch() {
        var lines = new CopyOnWriteArrayList<String>();
        var cookie = browser.getCookieManager().getCookie("natter").getValue();
        var request = HttpRequest.newBuilder(URI.create(address("/organise/live/" + WINTER)))
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

    private static Sampled numbers(int booked, int answered) {
        return OrganisersSeason.overview(WINTER)
                .with("booked", booked)
                .with("asked", 20)
                .with("answered", answered);
    }
}
