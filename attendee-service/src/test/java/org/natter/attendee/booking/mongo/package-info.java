/** Tests of the stored people. */
@NullMarked
package org.natter.attendee.booking.mongo;

import org.jspecify.annotations.NullMarked;
