package org.natter.messaging;

import tools.jackson.databind.json.JsonMapper;

/** Bodies of messages: records to bytes, once, and strictly back. */
final class MessageBodies {

    private final JsonMapper mapper;

    MessageBodies(JsonMapper mapper) {
        this.mapper = mapper;
    }

    byte[] write(Object body) {
        return mapper.writeValueAsBytes(body);
    }

    <T> T read(byte[] bytes, Class<T> type, MessageMetadata source) {
        try {
            var body = mapper.readValue(bytes, type);
            if (body == null) {
                throw UndecodableMessage.breaking("no body", source);
            }
            return body;
        } catch (tools.jackson.core.JacksonException e) {
            throw UndecodableMessage.body(source, e);
        }
    }
}
