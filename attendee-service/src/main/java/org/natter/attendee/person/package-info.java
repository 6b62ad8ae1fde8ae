/**
 * People: the only place of Natter with names and addresses, and with the secret of which attendances are one person.
 *
 * <p>Also keeps what somebody wrote for themselves alone, signs the personal links of mails and lets people sign in by
 * one. Listens to nothing and tells nothing.
 */
@NullMarked
package org.natter.attendee.person;

import org.jspecify.annotations.NullMarked;
