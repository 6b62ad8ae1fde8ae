/**
 * Store edge of mail: {@code mail_queue} (unfinished rows, the only ones ever scanned), {@code mail} (finished rows),
 * {@code mail_told} (read model), {@code mail_day} and {@code mail_refused}.
 */
@NullMarked
package org.natter.attendee.mail.mongo;

import org.jspecify.annotations.NullMarked;
