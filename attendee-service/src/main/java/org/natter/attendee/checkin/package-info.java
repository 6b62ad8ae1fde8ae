/**
 * Check-in: who arrived, when and by whom; one small aggregate per attendance, undo keeps both facts.
 *
 * <p>Also knows the who-was-there list, since that needs arrivals and choices. Listens to nothing; tells
 * {@code natter.attendees} of check-ins, of undone ones and of who hosts.
 */
@NullMarked
package org.natter.attendee.checkin;

import org.jspecify.annotations.NullMarked;
