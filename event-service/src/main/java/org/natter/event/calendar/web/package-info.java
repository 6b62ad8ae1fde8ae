/** The REST edge of {@code calendar}. */
@NullMarked
package org.natter.event.calendar.web;

import org.jspecify.annotations.NullMarked;
