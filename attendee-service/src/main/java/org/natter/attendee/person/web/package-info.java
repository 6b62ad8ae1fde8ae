/** REST edge of people: sign-in, own page, private words. */
@NullMarked
package org.natter.attendee.person.web;

import org.jspecify.annotations.NullMarked;
