package org.natter.messaging;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies of messages: records to bytes, once, and strictly back.
 *
 * <p>Guarantee: a missing field, a null or a value of another kind is undecodable; an unknown field is ignored. It is a
 * mapper of its own, so that a service's REST settings cannot change what is on the wire.
 */
final class MessageBodies {

    private final JsonMapper mapper;

    MessageBodies(JacksonModule ids) {
        mapper = JsonMapper.builder()
                .addModule(ids)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultNullHandling(value -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .build();
    }

    byte[] write(Object body) {
        return mapper.writeValueAsBytes(body);
    }

    <T> T read(byte[] bytes, Class<T> type, MessageMetadata source) {
        T body;
        try {
            body = mapper.readValue(bytes, type);
        } catch (JacksonException e) {
            throw UndecodableMessage.body(source, e);
        }
        if (body == null) {
            throw UndecodableMessage.breaking("no body", source);
        }
        return body;
    }
}
