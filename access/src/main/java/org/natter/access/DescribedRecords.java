package org.natter.access;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record is described as it is written: every component is there unless it may be null, and there are no others.
 */
final class DescribedRecords implements ModelConverter {

    private static final String REF = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        var described = Json31.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && described.isRecord()) {
            var model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().replace(REF, ""));
            if (model != null && model.getProperties() != null) {
                complete(model, described.getRecordComponents());
                together(model, described);
            }
        }
        return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's own types are raw
    private static void complete(Schema model, RecordComponent[] components) {
        var required = new TreeSet<String>();
        if (model.getRequired() != null) {
            required.addAll(model.getRequired());
        }
        for (var component : components) {
            var property = (Schema<?>) model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            } else if (!required.contains(component.getName())) {
                model.getProperties().put(component.getName(), orNull(property));
            }
        }
        model.setRequired(List.copyOf(required));
        model.setAdditionalProperties(Boolean.FALSE);
    }

    private static void together(Schema<?> model, Class<?> described) {
        var holds = described.getAnnotation(Holds.class);
        if (holds != null) {
            var piece = piece(holds.value().replace("{seen}", Shortcomings.SEEN.replace("\\", "\\\\")));
            model.setAllOf(piece.getAllOf());
            model.setAnyOf(piece.getAnyOf());
            model.setIf(piece.getIf());
            model.setThen(piece.getThen());
        }
    }

    private static JsonSchema piece(String text) {
        try {
            return Json31.mapper().readValue(text, JsonSchema.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of("null"))));
        }
        if (schema.getTypes() != null && !schema.getTypes().contains("null")) {
            schema.addType("null");
            allowNull(schema);
        }
        return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void allowNull(Schema schema) {
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            schema.addEnumItemObject(null);
        }
    }
}
