/**
 * What {@code invitation} hears on {@code natter.events} and {@code natter.attendees}, and what it tells on
 * {@code natter.feedback}.
 *
 * <p>Tables and flat records only: no rule lives here.
 */
@NullMarked
package org.natter.feedback.invitation.kafka;

import org.jspecify.annotations.NullMarked;
