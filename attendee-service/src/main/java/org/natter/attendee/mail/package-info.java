/**
 * Mail: the one post office. Every attendee mail is a row whose id is its cause; a few senders claim, check and send it.
 *
 * <p>Listens to {@code natter.attendees}, {@code natter.events} and {@code natter.feedback}; is asked for confirmations
 * and sign-in links by other features. Tells nothing. Stores no body and no token: both are made again at each attempt.
 */
@NullMarked
package org.natter.attendee.mail;

import org.jspecify.annotations.NullMarked;
