/** Tests. */
@NullMarked
package org.natter.attendee.history.web;

import org.jspecify.annotations.NullMarked;
