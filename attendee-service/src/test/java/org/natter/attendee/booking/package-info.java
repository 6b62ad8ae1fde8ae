/** Tests of this package. */
@NullMarked
package org.natter.attendee.booking;

import org.jspecify.annotations.NullMarked;
