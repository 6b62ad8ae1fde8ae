/** When booking does something by itself. */
@NullMarked
package org.natter.attendee.booking.schedule;

import org.jspecify.annotations.NullMarked;
