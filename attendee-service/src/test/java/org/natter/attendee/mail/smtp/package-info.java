/** Tests. */
@NullMarked
package org.natter.attendee.mail.smtp;

import org.jspecify.annotations.NullMarked;
