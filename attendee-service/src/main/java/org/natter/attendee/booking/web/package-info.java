/** REST edge of booking: asking for a place, the personal booking link, places and attendees of an event. */
@NullMarked
package org.natter.attendee.booking.web;

import org.jspecify.annotations.NullMarked;
