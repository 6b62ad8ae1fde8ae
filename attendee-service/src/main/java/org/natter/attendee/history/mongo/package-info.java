/** Store edge of history: {@code history_entry}, one row per writer's attendance, and {@code history_room}, one per event. */
@NullMarked
package org.natter.attendee.history.mongo;

import org.jspecify.annotations.NullMarked;
