/** The REST edge of {@code overview}. */
@NullMarked
package org.natter.event.overview.web;

import org.jspecify.annotations.NullMarked;
