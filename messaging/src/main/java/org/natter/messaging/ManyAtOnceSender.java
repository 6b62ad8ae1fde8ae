package org.natter.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Sends many messages before it waits for the first acknowledgement, by a producer of its own: the binder's waits for each.
 *
 * <p>Guarantee: the records are the binder's, to the byte; their order is that given, also if one has to be sent again
 * (idempotent producer, five requests in flight at most).
 */
final class ManyAtOnceSender implements Sender {

    private final ProducerFactory<byte[], byte[]> producers;
    private final String topic;
    private final String source;

    ManyAtOnceSender(ProducerFactory<byte[], byte[]> producers, String topic, String source) {
        this.producers = producers;
        this.topic = topic;
        this.source = source;
    }

    @Override
    public void send(Entry entry) {
        sendInOrder(List.of(entry));
    }

    @Override
    public void sendInOrder(List<Entry> entries) {
        try (Producer<byte[], byte[]> producer = producers.createProducer()) { // one for all, given back
            var sent =
                    entries.stream().map(entry -> producer.send(record(entry))).toList();
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Not all of it was acknowledged", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(Entry entry) {
        var record = new ProducerRecord<>(topic, entry.key().getBytes(StandardCharsets.UTF_8), entry.bytes());
        StreamSender.headers(entry, topic, source)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
