/**
 * What {@code outcome} tells on {@code natter.feedback}: follow-ups that are due, and outcomes.
 *
 * <p>Listens to nothing. Ids, enumerations, numbers and instants only.
 */
@NullMarked
package org.natter.feedback.outcome.kafka;

import org.jspecify.annotations.NullMarked;
