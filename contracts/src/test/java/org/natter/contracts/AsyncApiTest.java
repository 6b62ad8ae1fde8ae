package org.natter.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.natter.contracts.MessageTypes.MessageType;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document is written by hand; it must name exactly the topics and message types that exist. */
class AsyncApiTest {

    @Test
    void channelsAndMessagesAreThoseOfTheContractFolders() throws IOException {
        var folders = new TreeMap<String, Set<String>>();
        for (MessageType type : MessageTypes.all()) {
            folders.computeIfAbsent(type.topic(), topic -> new TreeSet<>()).add(type.name());
        }

        var channels = new TreeMap<String, Set<String>>();
        for (var channel : part(document(), "channels").values()) {
            var fields = fields(channel);
            channels.put(
                    (String) fields.get("address"),
                    new TreeSet<>(fields(fields.get("messages")).keySet()));
        }

        assertThat(channels).isEqualTo(folders);
    }

    @Test
    void everyPayloadPointsToAnExistingSchema() throws IOException {
        var messages = part(part(document(), "components"), "messages");

        assertThat(messages).isNotEmpty().allSatisfy((name, message) -> {
            var reference = (String) fields(fields(message).get("payload")).get("$ref");
            assertThat(MessageTypes.ROOT.resolve(reference)).exists().hasFileName("schema.json");
            assertThat(reference).contains("/" + name + "/");
        });
    }

    @Test
    void everyOperationPointsToAnExistingChannel() throws IOException {
        var document = document();
        var channels = part(document, "channels").keySet();

        assertThat(part(document, "operations")).isNotEmpty().allSatisfy((name, operation) -> {
            var reference = (String) fields(fields(operation).get("channel")).get("$ref");
            assertThat(channels).contains(reference.substring("#/channels/".length()));
        });
    }

    private static Map<String, Object> document() throws IOException {
        return fields(new Yaml().load(Files.readString(Path.of("asyncapi.yaml"))));
    }

    private static Map<String, Object> part(Map<String, Object> from, String name) {
        return fields(from.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object node) {
        return (Map<String, Object>) node;
    }
}
