/** Tests of the stored people. */
@NullMarked
package org.natter.attendee.person.mongo;

import org.jspecify.annotations.NullMarked;
