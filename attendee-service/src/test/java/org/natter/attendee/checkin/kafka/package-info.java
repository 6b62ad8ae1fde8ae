/** Tests of this package. */
@NullMarked
package org.natter.attendee.checkin.kafka;

import org.jspecify.annotations.NullMarked;
