/** When the door does something by itself. */
@NullMarked
package org.natter.attendee.checkin.schedule;

import org.jspecify.annotations.NullMarked;
