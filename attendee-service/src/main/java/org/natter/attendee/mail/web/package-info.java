/** REST edge of mail: the outbox, for organisers. Status, kind and subject; no body, no link, no address. */
@NullMarked
package org.natter.attendee.mail.web;

import org.jspecify.annotations.NullMarked;
