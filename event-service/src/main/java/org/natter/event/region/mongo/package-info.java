/** The MongoDB edge of {@code region}. */
@NullMarked
package org.natter.event.region.mongo;

import org.jspecify.annotations.NullMarked;
