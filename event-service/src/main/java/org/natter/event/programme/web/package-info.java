/** The REST edge of {@code programme}. */
@NullMarked
package org.natter.event.programme.web;

import org.jspecify.annotations.NullMarked;
