package org.natter.messaging.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

        /** As it would arrive at a binding. */
        public Message<byte[]> message() {
            return MessageBuilder.withPayload(bytes()).copyHeaders(headers).build();
        }
    }

    /** One sample, such as {@code read("natter.events", "event.published.v1", "riverside")}. */
    public static Sample read(String topic, String type, String name) {
        var path = "contracts/" + topic + "/" + type + "/sample-" + name + ".json";
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
