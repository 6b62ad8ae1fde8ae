package org.natter.local.stack;

import java.util.Map;
import java.util.Optional;

/**
 * The parts of the outside world that take an embedded part's place, each empty if there is none.
 *
 * @param kafka Kafka's {@code bootstrap.servers}
 * @param mongodb a MongoDB connection string without a database
 * @param smtp the mail server, as {@code smtp://host:port}
 */
public record RealParts(Optional<String> kafka, Optional<String> mongodb, Optional<String> smtp) {

    /** Nothing from outside. */
    public static RealParts none() {
        return new RealParts(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the environment names: NATTER_KAFKA_BOOTSTRAP, NATTER_MONGODB_URI, NATTER_SMTP_URL. */
    public static RealParts namedIn(Map<String, String> environment) {
        return new RealParts(
                named(environment, "NATTER_KAFKA_BOOTSTRAP"),
                named(environment, "NATTER_MONGODB_URI"),
                named(environment, "NATTER_SMTP_URL"));
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
