package org.natter.local.story;

import org.natter.web.services.AttendanceId;
import org.natter.web.services.Link;

/**
 * A guest's booking of one event.
 *
 * @param link the personal link in their booking mails
 * @param code the letters shown at the door
 * @param booked a place was theirs at once; else they wait
 */
record GuestBooking(
        Guest guest, PublishedEvent event, AttendanceId attendance, Link link, String code, boolean booked) {}
