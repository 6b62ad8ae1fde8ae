/** Store edge of history: {@code history_entry}, one row per writer's attendance, and {@code history_room}, an event with its guests (ADR 0030). */
@NullMarked
package org.natter.attendee.history.mongo;

import org.jspecify.annotations.NullMarked;
