package org.natter.local.stack;

import java.util.Map;
import java.util.Optional;

/**
 * The parts of the outside world that take an embedded part's place, each empty if there is none.
 *
 * @param kafka Kafka's {@code bootstrap.servers}
 * @param mongodb a MongoDB connection string without a database
 * @param smtp the mail server, as {@code smtp://host:port}
 * @param front the address people type, if a proxy stands in front of web
 */
public record RealParts(
        Optional<String> kafka, Optional<String> mongodb, Optional<String> smtp, Optional<String> front) {

    /** Nothing from outside. */
    public static RealParts none() {
        return new RealParts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the environment names: NATTER_KAFKA_BOOTSTRAP, NATTER_MONGODB_URI, NATTER_SMTP_URL, NATTER_BASE_URL. */
    public static RealParts namedIn(Map<String, String> environment) {
        return new RealParts(
                named(environment, "NATTER_KAFKA_BOOTSTRAP"),
                named(environment, "NATTER_MONGODB_URI"),
                named(environment, "NATTER_SMTP_URL"),
                named(environment, "NATTER_BASE_URL"));
    }

    /** The same, with a proxy in front of web that people reach at this address. */
    public RealParts behind(String address) {
        return new RealParts(kafka, mongodb, smtp, Optional.of(address));
    }

    /** Where people reach web: at the proxy in front of it, else at web itself. */
    String reachedAt(Ports ports) {
        return front.orElse(ports.addressOf(Application.WEB));
    }

    /** The same without a proxy: people reach web itself. */
    public RealParts onThisMachine() {
        return new RealParts(kafka, mongodb, smtp, Optional.empty());
    }

    private static Optional<String> named(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
