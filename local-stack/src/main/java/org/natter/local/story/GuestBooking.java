package org.natter.local.story;

/**
 * A guest's booking of one event.
 *
 * @param token the personal part of the link in their booking mails
 * @param code the letters shown at the door
 * @param booked a place was theirs at once; else they wait
 */
record GuestBooking(Guest guest, PublishedEvent event, String attendance, String token, String code, boolean booked) {}
