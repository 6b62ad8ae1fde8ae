package org.natter.messaging.kit;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.testcontainers.DockerClientFactory;

/** Which images a container test can have here: asked once an image, and said aloud where it cannot. */
final class Images {

    private static final long MINUTES_TO_FETCH = 5;
    private static final Map<String, ConditionEvaluationResult> ANSWERS = new ConcurrentHashMap<>();

    private Images() {}

    /** Enabled if the image is here or can be fetched; else disabled with the reason. */
    static ConditionEvaluationResult available(String image) {
        return ANSWERS.computeIfAbsent(image, Images::look);
    }

    private static ConditionEvaluationResult look(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.disabled("no Docker here for " + image);
        }
        var docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(image).exec();
            return ConditionEvaluationResult.enabled(image + " is here");
        } catch (NotFoundException e) {
            try {
                docker.pullImageCmd(image).start().awaitCompletion(MINUTES_TO_FETCH, TimeUnit.MINUTES);
                docker.inspectImageCmd(image).exec();
                return ConditionEvaluationResult.enabled(image + " was fetched");
            } catch (RuntimeException missing) {
                return ConditionEvaluationResult.disabled("Docker is here, but it cannot get " + image);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return ConditionEvaluationResult.disabled("interrupted while fetching " + image);
            }
        }
    }
}
