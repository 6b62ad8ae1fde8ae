/** The MongoDB edge of {@code overview}. */
@NullMarked
package org.natter.event.overview.mongo;

import org.jspecify.annotations.NullMarked;
