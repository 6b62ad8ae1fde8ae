package org.natter.messaging;

import java.nio.charset.StandardCharsets;
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
                .setHeader(KafkaHeaders.KEY, entry.key().getBytes(StandardCharsets.UTF_8))
                .setHeader(OwnHeaders.CONTENT_TYPE, "application/json")
                .setHeader("ce_specversion", "1.0")
                .setHeader("ce_id", entry.id())
                .setHeader("ce_type", entry.type())
                .setHeader("ce_source", source)
                .setHeader("ce_subject", entry.subject())
                .setHeader("ce_time", entry.at().toString())
                .setHeader("ce_dataschema", "urn:natter:" + topic + ":" + entry.type());
        if (entry.traceparent() != null) {
            message.setHeader(OwnHeaders.TRACEPARENT, entry.traceparent());
        }
        if (!bridge.send(topic, message.build())) {
            throw new IllegalStateException("The binding did not take " + entry.id());
        }
    }
}
