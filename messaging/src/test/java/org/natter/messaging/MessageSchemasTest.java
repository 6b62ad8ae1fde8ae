package org.natter.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a contract forbids is not believed, and what it says nothing of is no reader's business. */
class MessageSchemasTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOPIC = "natter.events";
    private static final String TYPE = "event.published.v1";

    private final MessageSchemas schemas = new MessageSchemas();

    @ParameterizedTest
    @CsvSource({
        "places, -5, minimum",
        "places, 10001, maximum",
        "places, 2.5, type",
        "startsAt, \"+999999-01-01T00:00:00Z\", format",
        "startsAt, \"next Thursday\", format",
        "zone, \"../../etc\", pattern",
        "kind, \"PARTY\", enum",
        "event, \"not an id\", pattern"
    })
    void refusesWhatIsBeyondABoundAndQuotesNothingOfIt(String field, String value, String rule) throws IOException {
        var body = sample();
        body.set(field, JSON.readTree(value));

        assertThatThrownBy(() -> require(TYPE, body))
                .isInstanceOf(UndecodableMessage.class)
                .hasMessage(
                        "event/1/1 breaks a rule: beyond the bounds of its contract: [/" + field + " (" + rule + ")]");
    }

    @Test
    void refusesATitleOfNineHundredThousandLetters() throws IOException {
        var body = sample();
        ((ObjectNode) body.get("published")).put("title", "x".repeat(900_000));

        assertThatThrownBy(() -> require(TYPE, body))
                .isInstanceOf(UndecodableMessage.class)
                .hasMessageEndingWith("[/published/title (maxLength)]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON at all", "{\"places\": ", "\u0000\u0001", ""})
    void whatIsNoJsonIsUndecodableAndNotQuoted(String body) {
        assertThatThrownBy(() -> schemas.require(TOPIC, body.getBytes(StandardCharsets.UTF_8), source(TYPE)))
                .isInstanceOf(UndecodableMessage.class)
                .hasMessageNotContaining("JSON at all");
    }

    @Test
    void takesAFieldMoreAndAFieldLess() throws IOException {
        var body = sample().put("colour", "blue");
        body.remove("sequence");

        assertThatCode(() -> require(TYPE, body)).doesNotThrowAnyException();
    }

    @Test
    void knowsNothingOfTypesWithoutAContract() {
        assertThatCode(() -> require("tea.poured.v1", JSON.createObjectNode().put("cups", -1)))
                .doesNotThrowAnyException();
    }

    private void require(String type, ObjectNode body) {
        schemas.require(TOPIC, body.toString().getBytes(StandardCharsets.UTF_8), source(type));
    }

    private static MessageMetadata source(String type) {
        return new MessageMetadata("event/1/1", type, "event", "1", 1, "1", Instant.EPOCH, "");
    }

    private static ObjectNode sample() throws IOException {
        try (var sample = MessageSchemasTest.class.getResourceAsStream(
                "/contracts/" + TOPIC + "/" + TYPE + "/sample-riverside.json")) {
            return (ObjectNode) JSON.readTree(sample).get("body");
        }
    }
}
