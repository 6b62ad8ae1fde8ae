/** Tests. */
@NullMarked
package org.natter.attendee.history;

import org.jspecify.annotations.NullMarked;
