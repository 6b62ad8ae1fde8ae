/** When something of people is forgotten by itself. */
@NullMarked
package org.natter.attendee.person.schedule;

import org.jspecify.annotations.NullMarked;
