/** Keeps seat ledgers, one document per event, and the small rows beside them. */
@NullMarked
package org.natter.attendee.booking.mongo;

import org.jspecify.annotations.NullMarked;
