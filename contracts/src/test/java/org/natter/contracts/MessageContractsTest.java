package org.natter.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.natter.contracts.MessageTypes.MessageType;
import tools.jackson.databind.JsonNode;

/** Every message type is whole: a schema without free text, a sample that satisfies it, a glossary entry. */
class MessageContractsTest {

    private static final Map<String, String> WRITERS = Map.of(
            "natter.events", "/event-service",
            "natter.attendees", "/attendee-service",
            "natter.feedback", "/feedback-service");
    private static final Set<String> HEADERS = Set.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "content-type");

    static List<MessageType> types() {
        return MessageTypes.all();
    }

    @Test
    void theThreeTopicsAreTheOnlyOnes() {
        assertThat(types().stream().map(MessageType::topic).collect(Collectors.toSet()))
                .isEqualTo(WRITERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void nameIsANounAPastTenseAndAVersion(MessageType type) {
        assertThat(type.name()).matches("[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*");
        assertThat(type.schema().path("title").asString()).isEqualTo(type.name());
        assertThat(type.schema().path("$id").asString()).isEqualTo("urn:natter:" + type.topic() + ":" + type.name());
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaLetsNoFreeTextOntoTheWire(MessageType type) {
        assertThat(FreeText.in(type.schema(), type.topic())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsRequired(MessageType type) {
        assertThat(missingFromRequired(type.schema(), "$")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void sampleSatisfiesItsSchemaAndCarriesTheHeaders(MessageType type) throws IOException {
        assertThat(type.samples()).isNotEmpty();
        var schema = schemaOf(type);

        for (var file : type.samples()) {
            var sample = MessageTypes.read(file);
            var headers = sample.path("headers");

            assertThat(schema.validate(sample.path("body").toString(), InputFormat.JSON))
                    .as(file.toString())
                    .isEmpty();
            assertThat(headers.propertyNames()).containsExactlyInAnyOrderElementsOf(HEADERS);
            assertThat(headers.path("ce_type").asString()).isEqualTo(type.name());
            assertThat(headers.path("ce_source").asString()).isEqualTo(WRITERS.get(type.topic()));
            assertThat(headers.path("ce_dataschema").asString())
                    .isEqualTo(type.schema().path("$id").asString());
            assertThat(headers.path("ce_id").asString())
                    .matches(
                            type.schema().path("x-aggregate").asString() + "/[0-9a-f]{32}/[1-9][0-9]*(\\.[1-9][0-9]*)?")
                    .contains(sample.path("key").asString());
        }
    }

    /**
     * What decides a branch of a message's meaning is marked {@code x-branch}; each of its values has a sample, and a list has
     * one with nothing in it and one with something.
     */
    @ParameterizedTest
    @MethodSource("types")
    void everyBranchHasASample(MessageType type) {
        var bodies = type.samples().stream()
                .map(file -> MessageTypes.read(file).path("body"))
                .toList();

        assertThat(branchesWithoutSample(type.schema(), bodies, "$")).isEmpty();
    }

    @Test
    void plantedBranchWithoutSampleIsFound() {
        var schema = MessageTypes.parse("""
                {"properties": {
                   "by": {"enum": ["HELPER", "SELF"], "x-branch": true},
                   "sent": {"type": "boolean", "x-branch": true},
                   "told": {"type": "array", "x-branch": true, "items": {"type": "integer"}},
                   "parts": {"type": "array", "items": {"enum": ["PLACE", "TIME"], "x-branch": true}},
                   "met": {"items": {"properties": {"kind": {"enum": ["KNOWN", "NEW"], "x-branch": true}}}}}}
                """);
        var sample = MessageTypes.parse("""
                {"by": "HELPER", "sent": true, "told": [3], "parts": ["TIME"], "met": [{"kind": "NEW"}]}
                """);

        assertThat(branchesWithoutSample(schema, List.of(sample), "$"))
                .containsExactly(
                        "$.by SELF", "$.sent false", "$.told nothing", "$.parts[] PLACE", "$.met[].kind KNOWN");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theVersionBeforeIsToldUnderTheSameHeaders(MessageType type) {
        assertThat(type.samplesBefore()).allSatisfy(file -> {
            var sample = MessageTypes.read(file);
            assertThat(sample.path("headers").propertyNames()).containsExactlyInAnyOrderElementsOf(HEADERS);
            assertThat(sample.path("headers").path("ce_type").asString()).isEqualTo(type.name());
            assertThat(schemaOf(type).validate(sample.path("body").toString(), InputFormat.JSON))
                    .as("today's schema takes it: it is no sample of the version before")
                    .isNotEmpty();
        });
    }

    /** One id with two bodies is a fork: samples are replayed together by the consumers' tests. */
    @Test
    void noTwoSamplesCarryOneId() {
        assertThat(types().stream()
                        .flatMap(type -> type.samples().stream())
                        .map(file -> MessageTypes.read(file)
                                .path("headers")
                                .path("ce_id")
                                .asString()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("types")
    void glossaryExplainsTheType(MessageType type) throws IOException {
        assertThat(Files.readString(Path.of("../docs/glossary.md"))).contains("`" + type.name() + "`");
    }

    @Test
    void plantedFreeTextIsFound() {
        var schema = MessageTypes.parse("""
                {"type": "object", "properties": {
                   "note": {"type": "string"},
                   "title": {"type": "string", "x-published": true, "maxLength": 80},
                   "names": {"type": "array", "items": {"type": "string", "maxLength": 40}},
                   "anything": {}}}
                """);

        assertThat(FreeText.in(schema, "natter.attendees"))
                .containsExactly("$.note", "$.title", "$.names[]", "$.anything (no type)");
        assertThat(FreeText.in(schema, "natter.events"))
                .doesNotContain("$.title")
                .contains("$.note");
    }

    @Test
    void plantedOptionalFieldIsFound() {
        var schema = MessageTypes.parse("""
                {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}}
                """);

        assertThat(missingFromRequired(schema, "$")).containsExactly("$.b");
    }

    @Test
    void plantedWrongSampleIsRefused() {
        var checkedIn = types().stream()
                .filter(type -> type.name().equals("attendance.checked-in.v1"))
                .findFirst()
                .orElseThrow();

        assertThat(schemaOf(checkedIn)
                        .validate("{\"attendance\": \"Zzcanary Quaxley\", \"by\": \"HELPER\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schemaOf(MessageType type) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(type.schema().toString(), InputFormat.JSON);
    }

    private static List<String> branchesWithoutSample(JsonNode schema, List<JsonNode> values, String path) {
        var missing = new ArrayList<String>();
        if (schema.path("x-branch").asBoolean(false)) {
            var said = values.stream().map(MessageContractsTest::branch).collect(Collectors.toSet());
            branches(schema).filter(value -> !said.contains(value)).forEach(value -> missing.add(path + " " + value));
        }
        schema.path("properties")
                .properties()
                .forEach(property -> missing.addAll(branchesWithoutSample(
                        property.getValue(),
                        values.stream()
                                .map(value -> value.path(property.getKey()))
                                .toList(),
                        path + "." + property.getKey())));
        if (schema.has("items")) {
            missing.addAll(branchesWithoutSample(
                    schema.path("items"),
                    values.stream().flatMap(JsonNode::valueStream).toList(),
                    path + "[]"));
        }
        return missing;
    }

    private static Stream<String> branches(JsonNode schema) {
        return schema.has("enum")
                ? schema.path("enum").valueStream().map(JsonNode::asString)
                : schema.has("items") ? Stream.of("nothing", "something") : Stream.of("true", "false");
    }

    private static String branch(JsonNode value) {
        return !value.isArray() ? value.asString("") : value.isEmpty() ? "nothing" : "something";
    }

    private static List<String> missingFromRequired(JsonNode node, String path) {
        var missing = new ArrayList<String>();
        var required =
                node.path("required").valueStream().map(JsonNode::asString).toList();
        node.path("properties").properties().forEach(property -> {
            var here = path + "." + property.getKey();
            if (!required.contains(property.getKey())) {
                missing.add(here);
            }
            missing.addAll(missingFromRequired(property.getValue(), here));
            missing.addAll(missingFromRequired(property.getValue().path("items"), here + "[]"));
        });
        return missing;
    }
}
