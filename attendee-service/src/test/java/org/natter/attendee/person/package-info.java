/** Tests of this package. */
@NullMarked
package org.natter.attendee.person;

import org.jspecify.annotations.NullMarked;
