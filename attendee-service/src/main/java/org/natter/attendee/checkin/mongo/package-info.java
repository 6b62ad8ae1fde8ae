/** Keeps check-ins, one document per attendance. */
@NullMarked
package org.natter.attendee.checkin.mongo;

import org.jspecify.annotations.NullMarked;
