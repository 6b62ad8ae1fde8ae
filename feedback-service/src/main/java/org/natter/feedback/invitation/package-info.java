/**
 * Decides who is asked, and when: the next morning at ten, one reminder on day five, nobody after day fourteen.
 *
 * <p>Owns the invitation of each attendance, the room of each event (who has a place, who came) and the next due moment of
 * moments at which something falls due. Listens to {@code natter.events} and {@code natter.attendees}; tells
 * {@code feedback.invitation-due.v1} and {@code feedback.reminder-due.v1}.
 */
@NullMarked
package org.natter.feedback.invitation;

import org.jspecify.annotations.NullMarked;
