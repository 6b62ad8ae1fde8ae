/**
 * The overview: how many have booked, wait and are here.
 *
 * <p>A read model without rules, fed only by {@code natter.attendees}; tells nothing.
 * Rows hold keyed sets of attendance ids, never counters, so any order and any repetition of messages ends the same.
 */
@NullMarked
package org.natter.event.overview;

import org.jspecify.annotations.NullMarked;
