@NullMarked
package org.natter.attendee.cpd;

import org.jspecify.annotations.NullMarked;
