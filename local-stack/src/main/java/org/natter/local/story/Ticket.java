package org.natter.local.story;

/**
 * A guest's booking of one event.
 *
 * @param token the personal part of the link in their booking mails
 * @param code the letters shown at the door
 */
record Ticket(Guest guest, Gathering gathering, String attendance, String token, String code) {}
