package org.natter.messaging;

import org.natter.ids.TypedIds;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Typed ids as plain JSON strings, as values and as keys. */
public final class TypedIdsJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public TypedIdsJson(TypedIds ids) {
        super("natter-typed-ids");
        ids.all().forEach(this::add);
    }

    private <T extends Record> void add(TypedIds.Id<T> id) {
        addSerializer(id.type(), new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) throws JacksonException {
                json.writeString(id.write(value));
            }
        });
        addKeySerializer(id.type(), new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) throws JacksonException {
                json.writeName(id.write(value));
            }
        });
        addDeserializer(id.type(), new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws JacksonException {
                if (json.currentToken() != JsonToken.VALUE_STRING) {
                    return context.reportInputMismatch(id.type(), "An id is a string");
                }
                return parse(id, json.getString(), context);
            }
        });
        addKeyDeserializer(id.type(), new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws JacksonException {
                return parse(id, key, context);
            }
        });
    }

    private static <T extends Record> T parse(TypedIds.Id<T> id, String value, DeserializationContext context) {
        try {
            return id.read(value);
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(
                    id.type(), "Not a valid %s", id.type().getSimpleName());
        }
    }
}
