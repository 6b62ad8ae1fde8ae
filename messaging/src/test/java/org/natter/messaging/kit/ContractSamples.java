package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden messages of {@code contracts/} as found on the test classpath.
 *
 * <p>Guarantee: a sample that is not there fails the test that asks for it; JSON is compared as trees.
 */
public final class ContractSamples {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ContractSamples() {}

    /** One sample: headers and body. */
    public record Sample(String topic, String key, Map<String, String> headers, JsonNode body) {

        /** The body as compact JSON bytes. */
        public byte[] bytes() {
            return MAPPER.writeValueAsBytes(body);
        }

        /** The message's id. */
        public String id() {
            return header("ce_id");
        }

        /** The message's type. */
        public String type() {
            return header("ce_type");
        }

        /** What versions are compared within: aggregate type and subject. */
        public String source() {
            return id().split("/")[0] + "/" + header("ce_subject");
        }

        /** The aggregate's version. */
        public long version() {
            return Long.parseLong(id().split("/")[2].split("\\.")[0]);
        }

        /** The same fact told in another version. */
        public Sample withVersion(long version) {
            var parts = id().split("/");
            return withHeader("ce_id", parts[0] + "/" + parts[1] + "/" + version);
        }

        /** The same fact told by another aggregate of the type, about another subject. */
        public Sample withAggregate(String aggregate, String subject) {
            var parts = id().split("/");
            var told = withHeader("ce_id", parts[0] + "/" + aggregate + "/" + parts[2])
                    .withHeader("ce_subject", subject);
            return new Sample(topic, aggregate, told.headers(), body);
        }

        /** With another value of one field of the body, named like {@code published.title}; null removes the field. */
        public Sample with(String field, @Nullable Object value) {
            var changed = (ObjectNode) body.deepCopy();
            var names = field.split("\\.");
            var inner = changed;
            for (int i = 0; i < names.length - 1; i++) {
                inner = (ObjectNode) inner.get(names[i]);
            }
            if (value == null) {
                inner.remove(names[names.length - 1]);
            } else {
                inner.set(names[names.length - 1], MAPPER.valueToTree(value));
            }
            return new Sample(topic, key, headers, changed);
        }

        /** With another header. */
        public Sample withHeader(String name, String value) {
            var changed = new LinkedHashMap<>(headers);
            changed.put(name, value);
            return new Sample(topic, key, changed, body);
        }

        private String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }

        /** As it would arrive at a binding. */
        public Message<byte[]> message() {
            return MessageBuilder.withPayload(bytes()).copyHeaders(headers).build();
        }
    }

    /** Samples as one batch, the way it arrives at a binding: a list of payloads, their headers beside it. */
    @SuppressWarnings("unchecked") // a batch's payload is a list, whatever the function's type says
    public static Message<byte[]> batch(List<Sample> samples) {
        var payloads = samples.stream().map(Sample::bytes).toList();
        var headers = samples.stream().map(Sample::headers).toList();
        return (Message<byte[]>) (Message<?>) MessageBuilder.withPayload(payloads)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }

    /** One sample, such as {@code read("natter.events", "event.published.v1", "riverside")}. */
    public static Sample read(String topic, String type, String name) {
        return sample(topic, "contracts/" + topic + "/" + type + "/sample-" + name + ".json");
    }

    private static Sample sample(String topic, String path) {
        try (var in = ContractSamples.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(in).as("golden sample %s", path).isNotNull();
            var root = MAPPER.readTree(in);
            var headers = new LinkedHashMap<String, String>();
            root.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asString()));
            return new Sample(topic, root.get("key").asString(), headers, root.get("body"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every sample of one type as it is told today. */
    public static List<Sample> all(String topic, String type) {
        return named(topic, type, "sample-*.json").stream()
                .map(name -> read(topic, type, name))
                .toList();
    }

    /**
     * Every sample of one type as the version before today's told it, from the folder {@code before}; none if the type has
     * never changed. Topics and event logs still hold such messages, so each reader must read them.
     */
    public static List<Sample> before(String topic, String type) {
        return named(topic, type, "before/sample-*.json").stream()
                .map(name -> sample(topic, "contracts/" + topic + "/" + type + "/before/sample-" + name + ".json"))
                .toList();
    }

    private static List<String> named(String topic, String type, String pattern) {
        try {
            var names = new TreeSet<String>();
            for (var sample : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:contracts/" + topic + "/" + type + "/" + pattern)) {
                var file = Objects.requireNonNull(sample.getFilename());
                names.add(file.substring("sample-".length(), file.length() - ".json".length()));
            }
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every message type of a topic that has a schema. */
    public static Set<String> types(String topic) {
        try {
            var types = new TreeSet<String>();
            for (var schema : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:contracts/" + topic + "/*/schema.json")) {
                var path = schema.getURL().toString().split("/");
                types.add(path[path.length - 2]);
            }
            assertThat(types).as("types of %s in contracts/", topic).isNotEmpty();
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless these bytes are the sample's body, compared as a tree. */
    public static void assertBody(byte[] bytes, Sample sample) {
        assertThat(MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(sample.body());
    }
}
