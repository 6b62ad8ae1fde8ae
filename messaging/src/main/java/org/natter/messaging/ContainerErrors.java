package org.natter.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What a listener container does with a record that failed (ADR 0006).
 *
 * <p>Guarantee: transient trouble is retried for ever, 0.5 s doubling to 60 s; everything else goes to the dead-letter topic
 * at once with its original bytes and headers and a reason; if that send fails the record is delivered again, never
 * skipped. A container that stops all the same, as on a full heap, is known by name, and so is what a poll could not read.
 */
final class ContainerErrors
        implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaOperations<byte[], byte[]> deadLetters;
    private final MeterRegistry meters;
    private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new ConcurrentHashMap<>();
    private final UnreadablePolls unreadable;

    ContainerErrors(DefaultKafkaProducerFactory<byte[], byte[]> producers, MeterRegistry meters, Clock clock) {
        this.producers = producers;
        this.deadLetters = new KafkaTemplate<>(producers);
        this.meters = meters;
        this.unreadable = new UnreadablePolls(clock);
    }

    @Override
    public void configure(AbstractMessageListenerContainer<?, ?> container, String topic, String group) {
        containers.put(group + " of " + topic, container); // bound again, it is another one
        var forEver = new ExponentialBackOff(500, 2);
        forEver.setMaxInterval(60_000);
        var handler = new DefaultErrorHandler(recoverer(container, group), forEver) {
            @Override
            public void handleOtherException(
                    Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer polling, boolean batches) {
                unreadable.failed(group + " of " + topic, container, consumer, thrown);
            }
        };
        handler.setClassifications(Map.of(), true);
        handler.setBackOffFunction((record, thrown) -> Transient.is(thrown) ? forEver : new FixedBackOff(0, 0));
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners(new RetryListener() {
            @Override
            public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception thrown, int attempt) {
                LOG.warn("{} could not take {} (try {}): {}", group, place(record), attempt, kindOf(thrown));
            }
        });
        container.setCommonErrorHandler(handler);
    }

    /** Which feature reads which topic no more, though nobody asked it to stop: {@code <group> of <topic>}. */
    List<String> stopped() {
        return containers.entrySet().stream()
                .filter(one -> !one.getValue().isInExpectedState())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Which feature waits at what it cannot read: {@code <group> of <topic>}, with the partition if it is known. */
    List<String> unreadable() {
        return unreadable.places();
    }

    @Override
    public void destroy() {
        producers.destroy();
    }

    private ConsumerAwareRecordRecoverer recoverer(AbstractMessageListenerContainer<?, ?> container, String group) {
        var publisher = new DeadLetterPublishingRecoverer(
                deadLetters,
                (record, thrown) ->
                        new TopicPartition(DeadLetterReason.topicOf(record.topic(), group), record.partition()));
        publisher.setHeadersFunction(
                (record, thrown) -> DeadLetterReason.of(thrown).headersFor(record));
        publisher.excludeHeader(HeadersToAdd.values());
        publisher.setVerifyPartition(false);
        publisher.setFailIfSendResultIsError(true);
        return (record, consumer, thrown) -> setAside(publisher, container, group, record, consumer, thrown);
    }

    private void setAside(
            DeadLetterPublishingRecoverer publisher,
            AbstractMessageListenerContainer<?, ?> container,
            String group,
            ConsumerRecord<?, ?> record,
            @Nullable Consumer<?, ?> consumer,
            @Nullable Exception thrown) {
        var reason = DeadLetterReason.of(thrown);
        try {
            publisher.accept(record, consumer, thrown == null ? new IllegalStateException() : thrown);
        } catch (RuntimeException e) {
            meters.counter("natter.dead.letters.unsent", "group", group).increment();
            LOG.error("The dead letter for {} of {} cannot be sent; it is delivered again", place(record), group);
            pause(container);
            throw e;
        }
        meters.counter("natter.dead.letters", "group", group, "reason", reason.name())
                .increment();
        LOG.error("{} set {} aside: {} ({})", group, place(record), reason, kindOf(thrown));
    }

    private static void pause(AbstractMessageListenerContainer<?, ?> container) {
        try {
            ListenerUtils.stoppableSleep(container, 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    static String kindOf(@Nullable Throwable thrown) {
        var root = thrown;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "?" : root.getClass().getName();
    }
}
