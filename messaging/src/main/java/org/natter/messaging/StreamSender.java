package org.natter.messaging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Sends through Spring Cloud Stream; its producer is synchronous, so an acknowledgement has been awaited on return. */
final class StreamSender implements Sender {

    private final StreamBridge bridge;
    private final String topic;
    private final String source;

    StreamSender(StreamBridge bridge, String topic, String source) {
        this.bridge = bridge;
        this.topic = topic;
        this.source = source;
    }

    @Override
    public void send(Entry entry) {
        var message = MessageBuilder.withPayload(entry.bytes())
                .setHeader(KafkaHeaders.KEY, entry.key().getBytes(StandardCharsets.UTF_8));
        headers(entry, topic, source).forEach(message::setHeader);
        if (!bridge.send(topic, message.build())) {
            throw new IllegalStateException("The binding did not take " + entry.id());
        }
    }

    /** What stands on the wire beside a message's body. */
    static Map<String, String> headers(Entry entry, String topic, String source) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(OwnHeaders.CONTENT_TYPE, "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", entry.id());
        headers.put("ce_type", entry.type());
        headers.put("ce_source", source);
        headers.put("ce_subject", entry.subject());
        headers.put("ce_time", entry.at().toString());
        headers.put("ce_dataschema", "urn:natter:" + topic + ":" + entry.type());
        if (entry.traceparent() != null) {
            headers.put(OwnHeaders.TRACEPARENT, entry.traceparent());
        }
        return headers;
    }
}
