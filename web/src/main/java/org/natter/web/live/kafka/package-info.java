/** The edge to {@code natter.attendees} and {@code natter.feedback}, group {@code web.live}. */
@NullMarked
package org.natter.web.live.kafka;

import org.jspecify.annotations.NullMarked;
