@NullMarked
package org.natter.attendee.cpd.pdf;

import org.jspecify.annotations.NullMarked;
