/** When history does something by itself. */
@NullMarked
package org.natter.attendee.history.schedule;

import org.jspecify.annotations.NullMarked;
