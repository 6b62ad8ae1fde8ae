/**
 * attendee-service: people, bookings, check-in, mail and the networking history.
 *
 * <p>Owns every name and address of the network and the mapping from attendances to people. Listens to
 * {@code natter.events} and {@code natter.feedback}; tells {@code natter.attendees}, by ids only.
 */
@NullMarked
package org.natter.attendee;

import org.jspecify.annotations.NullMarked;
