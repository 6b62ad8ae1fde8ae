package org.natter.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while the database is older than what was told, an aggregate is stopped by a fork or a feature does not listen or cannot read; tells how long the oldest unsent message
 * has waited.
 */
final class MessagingHealth implements HealthIndicator {

    private final Relay relay;
    private final ContainerErrors containers;
    private final Witness witness;
    private final MeterRegistry meters;

    MessagingHealth(Relay relay, ContainerErrors containers, Witness witness, MeterRegistry meters) {
        this.relay = relay;
        this.containers = containers;
        this.witness = witness;
        this.meters = meters;
        Gauge.builder("natter.outbox.oldest", relay, one -> one.oldestUnsent().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("natter.store.restored", witness, one -> one.isRestored() ? 1 : 0)
                .register(meters);
        Gauge.builder("natter.relay.forks", relay, one -> one.forks().size()).register(meters);
        Gauge.builder(
                        "natter.consumers.stopped",
                        containers,
                        one -> one.stopped().size())
                .register(meters);
        Gauge.builder(
                        "natter.consumers.unreadable",
                        containers,
                        one -> one.unreadable().size())
                .register(meters);
    }

    @Override
    public Health health() {
        var forks = relay.forks();
        var stopped = containers.stopped();
        var unreadable = containers.unreadable();
        var well = forks.isEmpty() && stopped.isEmpty() && unreadable.isEmpty() && !witness.isRestored();
        return (well ? Health.up() : Health.down())
                .withDetail("oldestUnsentSeconds", relay.oldestUnsent().toSeconds())
                .withDetail("forks", forks)
                .withDetail("restored", witness.word())
                .withDetail("stoppedConsumers", stopped)
                .withDetail("unreadable", unreadable)
                .withDetail("deadLettersSinceStart", count("natter.dead.letters"))
                .withDetail("deadLettersUnsentSinceStart", count("natter.dead.letters.unsent"))
                .build();
    }

    private long count(String name) {
        return (long) meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
