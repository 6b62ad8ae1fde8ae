/**
 * How services speak and listen: outbox in the aggregate's document, relay, event log, inbound decoding, projections.
 *
 * <p>A service imports {@link org.natter.messaging.MessagingConfiguration}, declares its {@link
 * org.natter.ids.TypedIds} as a bean, gets {@link org.natter.messaging.AggregateCollection}s from {@link
 * org.natter.messaging.Outbox} and {@link org.natter.messaging.GuardedUpsert}s from {@link
 * org.natter.messaging.Projections}, and has one {@code Consumer<Message<byte[]>>} bean a binding, made by {@link
 * org.natter.messaging.Inbound}. Its configuration file says only what is its own; delivery settings come from {@code
 * messaging-defaults.yaml} in this library, by themselves:
 *
 * <pre>{@code
 * spring:
 *   application.name: attendee-service
 *   mongodb:
 *     uri: ${NATTER_MONGODB_URI:mongodb://127.0.0.1:27017}
 *     database: natter_attendee
 *   cloud.stream.bindings:
 *     historyFeedback-in-0:            # bean historyFeedback; functions to bind follow from these names
 *       destination: natter.feedback
 *       group: attendee-service.history
 *     historyEvents-in-0:
 *       destination: natter.events
 *       group: attendee-service.history
 * natter:
 *   messaging:
 *     topic: natter.attendees          # left out by an application that only listens
 *     source: /attendee-service
 *     # with three brokers: replicas: 3, min-in-sync: 2, flush-each: false
 * }</pre>
 *
 * <p>Kafka's address is {@code NATTER_KAFKA_BOOTSTRAP} (or {@code spring.cloud.stream.kafka.binder.brokers}).
 */
@NullMarked
package org.natter.messaging;

import org.jspecify.annotations.NullMarked;
