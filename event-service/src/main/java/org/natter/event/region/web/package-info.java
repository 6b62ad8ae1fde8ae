/** The REST edge of {@code region}. */
@NullMarked
package org.natter.event.region.web;

import org.jspecify.annotations.NullMarked;
