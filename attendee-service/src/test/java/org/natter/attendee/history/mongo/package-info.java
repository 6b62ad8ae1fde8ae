/** Tests. */
@NullMarked
package org.natter.attendee.history.mongo;

import org.jspecify.annotations.NullMarked;
