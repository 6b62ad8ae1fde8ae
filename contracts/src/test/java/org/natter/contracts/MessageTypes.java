package org.natter.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract folders as they lie on disk: one per topic, in it one per message type. */
final class MessageTypes {

    static final Path ROOT = Path.of("").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageTypes() {}

    record MessageType(String topic, String name, Path folder) {

        JsonNode schema() {
            return read(folder.resolve("schema.json"));
        }

        List<Path> samples() {
            return children(folder).stream()
                    .filter(file -> file.getFileName().toString().startsWith("sample-"))
                    .toList();
        }

        /** As the version before today's told it; none if the type never changed. */
        List<Path> samplesBefore() {
            var before = folder.resolve("before");
            return Files.isDirectory(before) ? children(before) : List.of();
        }

        @Override
        public String toString() {
            return topic + " " + name;
        }
    }

    static List<MessageType> all() {
        return children(ROOT).stream()
                .filter(topic -> topic.getFileName().toString().startsWith("natter."))
                .flatMap(topic -> children(topic).stream()
                        .map(type -> new MessageType(
                                topic.getFileName().toString(),
                                type.getFileName().toString(),
                                type)))
                .toList();
    }

    static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
