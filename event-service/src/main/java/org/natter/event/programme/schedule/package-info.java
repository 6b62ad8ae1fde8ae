/** Wakes the programme as time goes by. */
@NullMarked
package org.natter.event.programme.schedule;

import org.jspecify.annotations.NullMarked;
