package org.natter.access.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.natter.access.kit.HttpCalls.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestSamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String POT = "4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b";
    private static final String LID = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";

    private final RestSamples samples;

    RestSamplesTest(@TempDir Path folder) {
        this.samples = RestSamples.in(folder.resolve("tea-room"));
    }

    @AfterEach
    void compareAgain() {
        System.clearProperty("natter.samples");
    }

    @Test
    void anExchangeIsWrittenOnDemandAndThenHeld() {
        var answer = "{\"pot\": \"%s\", \"at\": \"2026-10-01T12:00:00Z\"}";

        assertThatThrownBy(() -> hold("{}", answer.formatted(POT))).hasMessageContaining("natter.samples=write");
        System.setProperty("natter.samples", "write");
        hold("{}", answer.formatted(POT));
        System.clearProperty("natter.samples");

        hold("{}", answer.formatted(LID).replace("12:00:00Z", "13:07:11.5Z"));
        assertThatThrownBy(() -> hold("{}", answer.formatted(POT).replace("pot", "jug")))
                .isInstanceOf(AssertionError.class);
        assertThat(samples.all()).singleElement().satisfies(sample -> {
            assertThat(sample.file()).isEqualTo("tea-room/post-pots-pot-lids/poured.json");
            assertThat(sample.route()).isEqualTo("POST /pots/{pot}/lids");
            assertThat(sample.as()).isEqualTo("HOST");
            assertThat(sample.status()).isEqualTo(201);
            assertThat(sample.body()).isEqualTo(JSON.readTree(answer.formatted("0".repeat(31) + "1")));
        });
        assertThat(samples.named("post-pots-pot-lids/poured"))
                .isEqualTo(samples.all().get(0));
        assertThatThrownBy(() -> samples.named("post-pots-pot-lids/spilt")).isInstanceOf(AssertionError.class);
    }

    @Test
    void madeUpValuesAreNumberedWhereverTheyStand() {
        var canonical = CanonicalExchange.of(
                JSON.readTree("""
                        {"z": "%s", "a": "%s", "key": "1b4e28ba-2fa1-41d2-883f-0016d3cca427"}
                        """.formatted(POT, LID)), JSON.readTree("""
                        {"link": "https://tea.example/b/own-2026.3.n459bFtKOSgXBvXk08KxoA.AAAAAAAAAAAAAAAAAAAAAQ",
                         "%s": "mailto:%s@natter", "long": "%s", "word": "decade"}
                        """.formatted(POT, LID, POT + LID)));

        assertThat(canonical.request().toString())
                .isEqualTo("{\"a\":\"%s1\",\"key\":\"00000000-0000-0000-0000-000000000001\",\"z\":\"%s2\"}"
                        .formatted("0".repeat(31), "0".repeat(31)));
        assertThat(canonical.response())
                .isEqualTo(JSON.readTree("""
                        {"link": "https://tea.example/b/k1.3.AAAAAAAAAAAAAAAAAAAAAQ.AAAAAAAAAAAAAAAAAAAAAA",
                         "%s2": "mailto:%s1@natter", "long": "%s2", "word": "decade"}
                        """.formatted("0".repeat(31), "0".repeat(31), "0".repeat(63))));
    }

    @Test
    void aCallIsPutInItsParts() {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of("text/plain")), (name, value) -> true);
        var exchange = new Exchange(
                "POST",
                "/pots/big%20one/lids?of=tin&of=gold&on",
                Map.of("Idempotency-Key", "k"),
                "{",
                new Answer(201, headers, "done"));
        var route = new ApiRoutes(JSON.readTree("""
                        {"paths": {"/pots/{pot}/{what}": {"post": {}}, "/pots/{pot}/lids": {"get": {}, "post": {}}}}
                        """)).of("POST", exchange.calledPath());

        assertThat(route.name()).isEqualTo("POST /pots/{pot}/lids");
        assertThat(exchange.request(route)).isEqualTo(JSON.readTree("""
                {"path": {"pot": "big one"}, "query": {"of": "tin,gold", "on": ""},
                 "headers": {"Idempotency-Key": "k"}, "body": "{"}
                """));
        assertThat(exchange.response()).isEqualTo(JSON.readTree("""
                {"status": 201, "headers": {"Content-Type": "text/plain"}, "body": "done"}
                """));
    }

    @Test
    void whatHasNoSampleAndASampleOfNothingAreFound() {
        var api = JSON.readTree("""
                {"paths": {"/pots": {
                  "get": {"responses": {"200": {}, "404": {"$ref": "#/components/responses/NotFound"}}},
                  "post": {"responses": {"201": {}, "204": {}, "409": {"content": {"application/problem+json": {"schema":
                    {"properties": {"type": {"enum": ["urn:natter:problem:too-hot", "urn:natter:problem:empty"]}}}}}}}}}},
                 "components": {"responses": {"NotFound": {"content": {"application/problem+json": {"schema":
                    {"properties": {"type": {"enum": ["urn:natter:problem:not-found"]}}}}}}}}}
                """);
        var samples = List.of(
                sample("POST /pots", 201, "{}"),
                sample("POST /pots", 409, "{\"type\": \"urn:natter:problem:empty\"}"),
                sample("POST /pots", 500, "{}"),
                sample("PUT /pots", 200, "{}"));

        assertThat(RestSamplesContract.withoutSample(api, samples))
                .containsExactly("GET /pots 200", "POST /pots 204", "POST /pots too-hot");
        assertThat(RestSamplesContract.withoutRoute(api, samples))
                .containsExactly("tea-room/post-pots/one.json 500", "tea-room/put-pots/one.json 200");
    }

    private static RestSample sample(String route, int status, String body) {
        var response = JSON.createObjectNode().put("status", status);
        response.set("body", JSON.readTree(body));
        return new RestSample(
                "tea-room", RestSamples.operation(route), "one", route, "HOST", JSON.createObjectNode(), response);
    }

    private void hold(String request, String response) {
        samples.hold("poured", "POST /pots/{pot}/lids", "HOST", JSON.readTree(request), answer(response));
    }

    private static JsonNode answer(String body) {
        var answer = JSON.createObjectNode().put("status", 201);
        answer.set("body", JSON.readTree(body));
        return answer;
    }
}
