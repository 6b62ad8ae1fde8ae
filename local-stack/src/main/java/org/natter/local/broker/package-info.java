/**
 * A Kafka broker of our own, from Kafka's production jars: one node that is broker and controller, data on disk.
 * It is what the demo, a small installation and the journey test use when no broker is given. It keeps what it has
 * acknowledged over a clean stop and over a killed process; it is no replacement for three brokers.
 */
@NullMarked
package org.natter.local.broker;

import org.jspecify.annotations.NullMarked;
