package org.natter.messaging.kit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A MongoDB replica set in a container, as a static {@code @RegisterExtension}.
 *
 * <p>Guarantee: without Docker, or where the image cannot be had, the class is skipped with that reason; started on first
 * use, removed after the class.
 */
public final class ContainerStore implements Store, ExecutionCondition, AfterAllCallback {

    private static final String IMAGE = "mongo:8.0";

    private @Nullable MongoDBContainer running;

    @Override
    public synchronized String connectionString() {
        var container = running;
        if (container == null) {
            container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            running = container;
        }
        return container.getConnectionString();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Images.available(IMAGE);
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        var container = running;
        if (container != null) {
            container.stop();
            running = null;
        }
    }
}
