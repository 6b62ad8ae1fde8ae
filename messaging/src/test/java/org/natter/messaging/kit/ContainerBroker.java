package org.natter.messaging.kit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Kafka's own image in a container, as a static {@code @RegisterExtension}.
 *
 * <p>Guarantee: without Docker, or where the image cannot be had, the class is skipped with that reason; started on first
 * use, removed after the class or by {@link #close()}.
 */
public final class ContainerBroker implements Broker, ExecutionCondition, AfterAllCallback {

    private static final String IMAGE = "apache/kafka:4.2.2";

    private @Nullable KafkaContainer running;

    @Override
    public synchronized String bootstrapServers() {
        var container = running;
        if (container == null) {
            // As every broker of ours: a topic that is missing stays missing.
            container = new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            container.start();
            running = container;
        }
        return container.getBootstrapServers();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Images.available(IMAGE);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public synchronized void close() {
        var container = running;
        if (container != null) {
            container.stop();
            running = null;
        }
    }
}
