/** When mail forgets something by itself. */
@NullMarked
package org.natter.attendee.mail.schedule;

import org.jspecify.annotations.NullMarked;
