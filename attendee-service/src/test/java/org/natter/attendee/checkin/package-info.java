/** Tests of this package. */
@NullMarked
package org.natter.attendee.checkin;

import org.jspecify.annotations.NullMarked;
