/** Tests. */
@NullMarked
package org.natter.attendee.mail.kafka;

import org.jspecify.annotations.NullMarked;
