/**
 * History: each person's own record of whom they met at which event, and what came of it. Nobody else ever reads it.
 *
 * <p>A read model without rules: one row per writer's attendance; an event and its room, spread over sixteen. Listens to
 * {@code natter.events}, {@code natter.attendees} and {@code natter.feedback}; tells nothing. Names are looked up in
 * {@code person} as a history is read, never kept here.
 */
@NullMarked
package org.natter.attendee.history;

import org.jspecify.annotations.NullMarked;
