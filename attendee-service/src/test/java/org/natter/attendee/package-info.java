/** Tests of this package. */
@NullMarked
package org.natter.attendee;

import org.jspecify.annotations.NullMarked;
