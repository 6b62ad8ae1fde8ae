/** The service's architecture, as rules that bite; what they must catch lies in {@code org.natter.planted}. */
@NullMarked
package org.natter.attendee.architecture;

import org.jspecify.annotations.NullMarked;
