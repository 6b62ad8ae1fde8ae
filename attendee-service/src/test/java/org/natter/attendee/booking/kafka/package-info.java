/** Tests of this package. */
@NullMarked
package org.natter.attendee.booking.kafka;

import org.jspecify.annotations.NullMarked;
