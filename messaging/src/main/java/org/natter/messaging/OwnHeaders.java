package org.natter.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Lets exactly our headers pass, as UTF-8 text: {@code content-type}, {@code traceparent} and the {@code ce_*}.
 *
 * <p>Guarantee: no header of Spring's reaches the wire, none of a stranger's reaches a handler.
 */
final class OwnHeaders implements KafkaHeaderMapper {

    static final String CONTENT_TYPE = "content-type";
    static final String TRACEPARENT = "traceparent";

    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        headers.forEach((name, value) -> {
            if (isOurs(name) && value instanceof String text) {
                target.add(name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        for (Header header : source) {
            if (isOurs(header.key()) && header.value() != null) {
                target.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
    }

    /** A header's text, whether it arrives as bytes or as a string, under our name or as Spring Cloud Function renames it. */
    static @Nullable String text(Map<String, ?> headers, String name) {
        var value = headers.get("ce_" + name);
        if (value == null) {
            value = headers.get("ce-" + name);
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value == null ? null : value.toString();
    }

    private static boolean isOurs(String name) {
        return name.startsWith("ce_") || name.equals(CONTENT_TYPE) || name.equals(TRACEPARENT);
    }
}
