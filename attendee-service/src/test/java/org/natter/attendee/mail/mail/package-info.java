/** Tests. */
@NullMarked
package org.natter.attendee.mail.mail;

import org.jspecify.annotations.NullMarked;
