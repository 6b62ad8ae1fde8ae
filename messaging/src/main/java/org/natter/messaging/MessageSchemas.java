package org.natter.messaging;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bounds that contracts set for what messages say: lengths, ranges, patterns, instants. They lie on the class path, one JSON
 * Schema (draft 2020-12) a type, below {@code contracts/} and the topic's name.
 *
 * <p>Guarantee: a body beyond them is undecodable, whoever wrote it. A field more is none of a reader's business, and one
 * that is missing is found where it is read: what was sent before a field was added stays readable.
 */
final class MessageSchemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SHAPE = Set.of("required", "additionalProperties", "unevaluatedProperties");

    /** Our own {@code x-} words are for whoever reads a contract; they bind nobody. */
    private static final Dialect DIALECT = Dialect.builder(
                    Dialects.getDraft202012().getId(), Dialects.getDraft202012())
            .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
            .build();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(DIALECT);
    private final Map<String, Optional<Schema>> known = new ConcurrentHashMap<>();
    private final Function<String, @Nullable InputStream> files;

    MessageSchemas() {
        this(MessageSchemas.class::getResourceAsStream);
    }

    /** @param files what lies at a path such as {@code /contracts/natter.events/event.published.v1/schema.json} */
    MessageSchemas(Function<String, @Nullable InputStream> files) {
        this.files = files;
    }

    /** @throws UndecodableMessage if the body goes beyond what its type's contract allows */
    void require(String topic, byte[] body, MessageMetadata source) {
        var schema = known.computeIfAbsent(topic + "/" + source.type(), this::read);
        if (schema.isPresent()) {
            var beyond = schema
                    .get()
                    .validate(
                            json(body, source),
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .filter(error -> !SHAPE.contains(error.getKeyword()))
                    .map(MessageSchemas::place)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!beyond.isEmpty()) {
                throw UndecodableMessage.breaking("beyond the bounds of its contract: " + beyond, source);
            }
        }
    }

    private static JsonNode json(byte[] body, MessageMetadata source) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw UndecodableMessage.body(source, e);
        }
    }

    /** Where and by which rule; the error's own text would quote what the body says. */
    private static String place(Error error) {
        return error.getInstanceLocation() + " (" + error.getKeyword() + ")";
    }

    private Optional<Schema> read(String type) {
        try (var found = files.apply("/contracts/" + type + "/schema.json")) {
            return Optional.ofNullable(found).map(schema -> registry.getSchema(schema, InputFormat.JSON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
