/**
 * Mail edge: writes letters with Thymeleaf and {@code mail-messages.properties}, carries them by SMTP, and runs the
 * senders. Connections are kept and used again.
 */
@NullMarked
package org.natter.attendee.mail.smtp;

import org.jspecify.annotations.NullMarked;
