/** What check-in announces on natter.attendees. */
@NullMarked
package org.natter.attendee.checkin.kafka;

import org.jspecify.annotations.NullMarked;
