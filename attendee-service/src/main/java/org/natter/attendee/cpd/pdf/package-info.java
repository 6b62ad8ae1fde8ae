/** Draws sheets as PDF, tagged for whoever has them read out. */
@NullMarked
package org.natter.attendee.cpd.pdf;

import org.jspecify.annotations.NullMarked;
