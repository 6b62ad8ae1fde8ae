/** What the programme tells the world on {@code natter.events}. */
@NullMarked
package org.natter.event.programme.kafka;

import org.jspecify.annotations.NullMarked;
