package org.natter.attendee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.natter.messaging.kit.TestBroker;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an owner can do over HTTP with messages set aside; each of the service's features sets the poison aside for itself. */
@WholeService
class SetAsideRestTest {

    private final Calls calls;
    private final Evening evening;
    private final TestBroker broker;
    private String message = "";

    @Autowired
    SetAsideRestTest(Calls calls, Evening evening, TestBroker broker) {
        this.calls = calls;
        this.evening = evening;
        this.broker = broker;
    }

    @BeforeEach
    void aMessageNobodyCanRead() {
        var event = evening.newId();
        message = "event/" + event + "/1";
        broker.send(
                "natter.events",
                event,
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_id",
                        message,
                        "ce_type",
                        "event.published.v1",
                        "ce_subject",
                        event,
                        "ce_time",
                        "2026-10-15T16:00:00Z",
                        "content-type",
                        "application/json"));
        await("a letter").atMost(Duration.ofSeconds(30)).until(() -> !letters().isEmpty());
    }

    @Test
    void itIsListedAndShownWithoutItsContents() {
        var letter = letters().get(0);

        var shown = calls.owner()
                .get("/operations/dead-letters/" + letter.path("id").asString());

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("reason")).isEqualTo("UNDECODABLE");
        assertThat(shown.at("messageType")).isEqualTo("event.published.v1");
        assertThat(shown.at("topic")).isEqualTo("natter.events");
        assertThat(shown.json()).isEqualTo(letter);
    }

    @Test
    void replayedBeforeItIsMendedItStays() {
        var id = letters().get(0).path("id").asString();

        var answer = calls.owner().post("/operations/dead-letters/" + id + "/replay", null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("dead-letter-stays");
        assertThat(ids()).contains(id);
    }

    @Test
    void discardedWithAReasonItIsOffTheList() {
        var id = letters().get(0).path("id").asString();

        var withoutReason =
                calls.owner().post("/operations/dead-letters/" + id + "/discard", Map.of("reason", "BORED"));
        var answer = calls.owner().post("/operations/dead-letters/" + id + "/discard", Map.of("reason", "TEST"));

        assertThat(withoutReason.status()).isBetween(400, 422);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(ids()).doesNotContain(id);
    }

    @Test
    void discardingAsksForAReason() {
        var id = letters().get(0).path("id").asString();

        var answer = calls.owner().post("/operations/dead-letters/" + id + "/discard", Map.of());

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(ids()).contains(id);
    }

    @Test
    void whatIsNotThereIsUnknown() {
        for (var verb : List.of("/replay", "/discard")) {
            var answer = calls.owner()
                    .post("/operations/dead-letters/natter.events.nobody.dlt-0-0" + verb, Map.of("reason", "TEST"));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("unknown-dead-letter");
        }
    }

    private List<JsonNode> letters() {
        var own = new ArrayList<JsonNode>();
        calls.owner().get("/operations/dead-letters").json().forEach(letter -> {
            if (letter.path("messageId").asString("").equals(message)) {
                own.add(letter);
            }
        });
        return own;
    }

    private List<String> ids() {
        return letters().stream().map(letter -> letter.path("id").asString("")).toList();
    }
}
