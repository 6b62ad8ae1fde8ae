/** The MongoDB edge of {@code programme}. */
@NullMarked
package org.natter.event.programme.mongo;

import org.jspecify.annotations.NullMarked;
