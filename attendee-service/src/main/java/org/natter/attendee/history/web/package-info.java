/** REST edge of history: a person's own page and nothing else. */
@NullMarked
package org.natter.attendee.history.web;

import org.jspecify.annotations.NullMarked;
