/** Tests of mail's REST edge. */
@NullMarked
package org.natter.attendee.mail.web;

import org.jspecify.annotations.NullMarked;
