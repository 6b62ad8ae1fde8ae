/** Kafka edge of history: one handler table per topic, group {@code attendee-service.history}. */
@NullMarked
package org.natter.attendee.history.kafka;

import org.jspecify.annotations.NullMarked;
