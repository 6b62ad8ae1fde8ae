/**
 * Booking: one seat ledger per event decides who has a place, who waits and who is offered one.
 *
 * <p>Listens to {@code natter.events}: published, changed, cancelled and concluded events open, change and close their
 * ledger. Tells {@code natter.attendees} who is booked, waiting, offered a place or no longer coming. Holds that are not
 * confirmed yet are told to nobody.
 */
@NullMarked
package org.natter.attendee.booking;

import org.jspecify.annotations.NullMarked;
