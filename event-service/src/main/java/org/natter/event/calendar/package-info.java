/**
 * The calendar file of one event, for people to download.
 *
 * <p>Owns nothing: it is written from the programme each time. Listens to nothing, tells nothing. attendee-service
 * writes the same UID and SEQUENCE into the files it mails.
 */
@NullMarked
package org.natter.event.calendar;

import org.jspecify.annotations.NullMarked;
