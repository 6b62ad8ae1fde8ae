/** What the overview listens to: two topics in one consumer group, {@code event-service.overview}. */
@NullMarked
package org.natter.event.overview.kafka;

import org.jspecify.annotations.NullMarked;
