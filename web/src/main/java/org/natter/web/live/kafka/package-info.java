/** The edge to {@code natter.attendees}, {@code natter.feedback} and {@code natter.events}, group {@code web.live}. */
@NullMarked
package org.natter.web.live.kafka;

import org.jspecify.annotations.NullMarked;
