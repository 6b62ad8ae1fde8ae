package org.natter.messaging;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service speaks and listens: {@code natter.messaging.*}.
 *
 * <p>Guarantee: bound and checked at start; every value but topic and source has a default.
 *
 * @param topic the one topic this service writes; null for an application that writes none
 * @param source {@code ce_source} of its messages, such as {@code /event-service}
 * @param replicas replicas of a topic that is created
 * @param minInSync {@code min.insync.replicas} of a topic that is created
 * @param flushEach whether a topic that is created flushes each record to disk; right with one broker
 * @param poll how often the relay's safety net looks for unsent messages
 * @param retry pause before the relay tries a failed send again
 * @param lease how long a relay may hold one aggregate
 * @param senders threads that send
 * @param tries how often commands may lose the race for their aggregate with other processes
 * @param kept how many aggregates of a type are remembered, so that the next command need not read them
 * @param lookBack how many messages at the end of each partition of the own topic are compared with the database at the start;
 *     0 for none, which lets a restored database go unnoticed
 * @param acceptRestored the word by which an operator accepts a database that is older than what was told; any of several
 * @param storeLimit how long one command of the store may take before it counts as failed, nobody knows how
 * @param ownTopics topics besides {@code topic} that are created when missing; those read are added by themselves
 */
@ConfigurationProperties("natter.messaging")
public record MessagingSettings(
        @Nullable String topic,
        @Nullable String source,
        @DefaultValue("1") short replicas,
        @DefaultValue("1") short minInSync,
        @DefaultValue("true") boolean flushEach,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("3") int senders,
        @DefaultValue("20") int tries,
        @DefaultValue("128") int kept,
        @DefaultValue("200") int lookBack,
        @DefaultValue("") String acceptRestored,
        @DefaultValue("10s") Duration storeLimit,
        @DefaultValue({}) List<String> ownTopics) {}
