/** Tests. */
@NullMarked
package org.natter.attendee.mail;

import org.jspecify.annotations.NullMarked;
