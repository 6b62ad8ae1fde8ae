/** Tests. */
@NullMarked
package org.natter.attendee.history.kafka;

import org.jspecify.annotations.NullMarked;
