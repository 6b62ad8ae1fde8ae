/** Tests. */
@NullMarked
package org.natter.attendee.mail.mongo;

import org.jspecify.annotations.NullMarked;
