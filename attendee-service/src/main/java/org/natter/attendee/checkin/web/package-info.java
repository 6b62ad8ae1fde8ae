/** REST edge of the door: check-in, undo, walk-ins, and the who-was-there list. */
@NullMarked
package org.natter.attendee.checkin.web;

import org.jspecify.annotations.NullMarked;
