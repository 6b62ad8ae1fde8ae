/**
 * The programme: events from first draft to the evening's end.
 *
 * <p>Owns the Event aggregate and its life cycle: draft, published, then concluded or cancelled. Listens to nothing.
 * Tells {@code event.published.v1}, {@code event.changed.v1}, {@code event.cancelled.v1} and
 * {@code event.concluded.v1}; drafts stay private. "Now" is always an argument.
 */
@NullMarked
package org.natter.event.programme;

import org.jspecify.annotations.NullMarked;
