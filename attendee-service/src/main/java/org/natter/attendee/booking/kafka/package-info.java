/** What booking announces on natter.attendees and what it obeys from natter.events. */
@NullMarked
package org.natter.attendee.booking.kafka;

import org.jspecify.annotations.NullMarked;
